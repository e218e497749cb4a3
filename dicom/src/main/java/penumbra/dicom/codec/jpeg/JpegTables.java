package penumbra.dicom.codec.jpeg;

import org.jspecify.annotations.Nullable;
import penumbra.dicom.DicomException;

/// The current tables, T.81 B.2.4: later segments replace earlier ones.
final class JpegTables {
  private final int[] @Nullable [] quantization = new int[4][];
  private final @Nullable JpegHuffman[] dc = new JpegHuffman[4];
  private final @Nullable JpegHuffman[] ac = new JpegHuffman[4];
  private int restartInterval;

  void readQuantization(SegmentReader segment) throws DicomException {
    while (segment.remaining() > 0) {
      int head = segment.u8();
      if ((head >> 4) > 1 || (head & 15) > 3) {
        throw segment.damaged(
            "must have quantization tables 0 to 3 of 8 or 16 bits", "has a head of " + head);
      }
      int[] table = new int[64];
      for (int k = 0; k < 64; k++) {
        table[k] = head >> 4 == 0 ? segment.u8() : segment.u16();
      }
      quantization[head & 15] = table;
    }
  }

  void readHuffman(SegmentReader segment) throws DicomException {
    while (segment.remaining() > 0) {
      int head = segment.u8();
      if ((head >> 4) > 1 || (head & 15) > 3) {
        throw segment.damaged("must have Huffman tables 0 to 3", "has a head of " + head);
      }
      (head >> 4 == 0 ? dc : ac)[head & 15] = JpegHuffman.read(segment);
    }
  }

  void readRestartInterval(SegmentReader segment) throws DicomException {
    restartInterval = segment.u16();
  }

  /// The number of units after which the decoder restarts; 0 for never.
  int restartInterval() {
    return restartInterval;
  }

  /// The quantization factors of the coefficients, in zigzag order; callers must not modify them.
  int[] quantization(int number, JpegScan scan) throws DicomException {
    return defined(quantization[number], "quantization table " + number, scan);
  }

  /// A table of the first class: of DC coefficients, or of the differences of lossless processes.
  JpegHuffman dc(int number, JpegScan scan) throws DicomException {
    return defined(dc[number], "DC Huffman table " + number, scan);
  }

  /// A table of the second class.
  JpegHuffman ac(int number, JpegScan scan) throws DicomException {
    return defined(ac[number], "AC Huffman table " + number, scan);
  }

  private static <T> T defined(@Nullable T table, String name, JpegScan scan)
      throws DicomException {
    if (table == null) {
      throw SegmentReader.damaged(
          "must define the tables that its scans name", "lacks " + name, scan.at());
    }
    return table;
  }
}
