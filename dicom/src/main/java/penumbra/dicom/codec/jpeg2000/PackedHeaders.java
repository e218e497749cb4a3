package penumbra.dicom.codec.jpeg2000;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import penumbra.dicom.DicomException;

/// The packet headers in the PPM markers of the main header, T.800 annex A.7.4: for each tile-part
/// a length and that number of bytes, which may continue in the next segment.
final class PackedHeaders {
  private PackedHeaders() {}

  static List<Input> split(Collection<Input> segments) throws DicomException {
    byte[] joined = new byte[segments.stream().mapToInt(Input::remaining).sum()];
    int at = 0;
    for (Input segment : segments) {
      segment.copyTo(joined, at);
      at += segment.remaining();
    }
    Input all = new Input(joined, 0, joined.length);
    List<Input> parts = new ArrayList<>();
    while (all.remaining() > 0) {
      long length = all.u32();
      if (length > all.remaining()) {
        throw CodestreamErrors.of(
            "has " + all.remaining() + " packed bytes where " + length + " are needed");
      }
      parts.add(all.part((int) length));
    }
    return parts;
  }
}
