package penumbra.dicom.codec.jpeg;

import java.util.ArrayList;
import java.util.List;
import penumbra.dicom.DicomException;

/// A scan header, T.81 B.2.3.
///
/// @param parts the interleaved components; a single one is not interleaved
/// @param start the first coefficient, or the predictor of lossless processes
/// @param end the last coefficient
/// @param high the number of the lowest bit known from earlier scans
/// @param low the point transform: the number of bits that are left out
/// @param at the byte offset of the header
record JpegScan(List<Part> parts, int start, int end, int high, int low, int at) {
  /// A component in a scan.
  ///
  /// @param component its index in the frame
  /// @param dc the number of its first Huffman table, 0 to 3
  /// @param ac the number of its second one, 0 to 3
  record Part(int component, int dc, int ac) {}

  JpegScan {
    parts = List.copyOf(parts);
  }

  static JpegScan read(SegmentReader segment, JpegFrame frame) throws DicomException {
    int count = segment.u8();
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int component = indexOf(segment.u8(), frame, segment);
      int tables = segment.u8();
      if (parts.stream().anyMatch(part -> part.component == component)) {
        throw segment.damaged("must name a component once in a scan", "names one twice");
      }
      if ((tables >> 4) > 3 || (tables & 15) > 3) {
        throw segment.damaged(
            "must have Huffman tables 0 to 3", "names " + (tables >> 4) + " and " + (tables & 15));
      }
      parts.add(new Part(component, tables >> 4, tables & 15));
    }
    if (parts.isEmpty()) {
      throw segment.damaged("must have components in each scan", "has a scan without");
    }
    int start = segment.u8();
    int end = segment.u8();
    int bits = segment.u8();
    return new JpegScan(parts, start, end, bits >> 4, bits & 15, segment.end());
  }

  private static int indexOf(int id, JpegFrame frame, SegmentReader segment) throws DicomException {
    for (int i = 0; i < frame.components().size(); i++) {
      if (frame.components().get(i).id() == id) {
        return i;
      }
    }
    throw segment.damaged("must have scans of the frame's components", "has one of number " + id);
  }
}
