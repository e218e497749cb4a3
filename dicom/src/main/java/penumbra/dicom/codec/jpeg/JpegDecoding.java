package penumbra.dicom.codec.jpeg;

import org.jspecify.annotations.Nullable;
import penumbra.dicom.DicomException;
import penumbra.dicom.codec.frame.FrameForm;
import penumbra.dicom.codec.frame.Samples;

/// The decoding of one JPEG frame: reads its marker segments and passes its scans to the process
/// that its header names.
final class JpegDecoding {
  private final byte[] coded;
  private final FrameForm form;
  private final SegmentReader segments;
  private final JpegTables tables = new JpegTables();
  private @Nullable JpegFrame frame;
  private @Nullable JpegProcess process;

  JpegDecoding(byte[] coded, FrameForm form) throws DicomException {
    this.coded = coded;
    this.form = form;
    this.segments = SegmentReader.of(coded);
  }

  Samples run() throws DicomException {
    while (segments.next()) {
      int marker = segments.marker();
      switch (marker) {
        case JpegMarker.DHT -> tables.readHuffman(segments);
        case JpegMarker.DQT -> tables.readQuantization(segments);
        case JpegMarker.DRI -> tables.readRestartInterval(segments);
        case JpegMarker.DNL -> checkLines();
        case JpegMarker.SOS -> scan();
        default -> {
          if (JpegMarker.isStartOfFrame(marker)) {
            start(marker);
          }
          // All other segments are application data and comments.
        }
      }
    }
    Samples samples = started().finish();
    // The other processes know when they are complete.
    if (!segments.ended() && started(frame).marker() == JpegMarker.SOF_PROGRESSIVE) {
      throw segments.damaged("must end with the JPEG marker EOI", "does not");
    }
    return samples;
  }

  private void start(int marker) throws DicomException {
    if (frame != null) {
      throw segments.damaged("must have one frame header", "has a second one");
    }
    if (marker > JpegMarker.SOF_LOSSLESS) {
      throw new DicomException(
          "must be coded by a JPEG process with Huffman codes (SOF0 to SOF3)",
          "has SOF" + (marker - JpegMarker.SOF_BASELINE) + segments.where(),
          "convert it with the software that wrote it");
    }
    JpegFrame header = JpegFrame.read(segments, form);
    header.check(form);
    frame = header;
    process =
        switch (marker) {
          case JpegMarker.SOF_LOSSLESS -> new JpegLossless(header, form, coded.length);
          case JpegMarker.SOF_PROGRESSIVE -> new JpegProgressive(header, form, coded.length);
          default -> new JpegSequential(header, form, coded.length);
        };
  }

  private void scan() throws DicomException {
    JpegProcess decoder = started();
    JpegScan scan = JpegScan.read(segments, started(frame));
    JpegBits bits = new JpegBits(coded, segments.end());
    decoder.scan(scan, tables, bits);
    segments.seek(bits.position());
  }

  /// The number of lines, if it follows the first scan instead of being in the frame header.
  /// [JpegFrame#read] has then used the number in the data set.
  private void checkLines() throws DicomException {
    int lines = segments.u16();
    if (lines != started(frame).height()) {
      throw segments.damaged(
          "must have " + started(frame).height() + " rows", "has " + lines + " by its DNL marker");
    }
  }

  private JpegProcess started() throws DicomException {
    return started(process);
  }

  private <T> T started(@Nullable T ofFrame) throws DicomException {
    if (ofFrame == null) {
      throw segments.damaged("must have a frame header (SOF) before its scans", "has none");
    }
    return ofFrame;
  }
}
