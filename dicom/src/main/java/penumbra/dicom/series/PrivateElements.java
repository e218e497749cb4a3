package penumbra.dicom.series;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomException;
import penumbra.dicom.Element;
import penumbra.dicom.Tag;
import penumbra.dicom.Value.Bytes;
import penumbra.dicom.Vr;

/// The elements of a maker, which stand in whichever block its creator has reserved.
///
/// ```
/// double[] b = new PrivateElements(data).numbers("SIEMENS MR HEADER", 0x0019, 0x0C, Vr.IS);
/// ```
final class PrivateElements {
  private static final int FIRST_BLOCK = 0x10;
  private static final int LAST_BLOCK = 0xFF;
  private static final int LONGEST_CREATOR = 64;
  private static final int LONGEST_NUMBERS = 256;

  private final DataSet data;

  PrivateElements(DataSet data) {
    this.data = data;
  }

  /// The element's bytes.
  Optional<MemorySegment> bytes(String creator, int group, int element) {
    for (int block = FIRST_BLOCK; block <= LAST_BLOCK; block++) {
      Optional<MemorySegment> name = data.bytes(Tag.of(group, block));
      if (name.filter(bytes -> isCreator(bytes, creator)).isPresent()) {
        Optional<MemorySegment> own = data.bytes(Tag.of(group, (block << 8) | element));
        if (own.isPresent()) {
          return own;
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isCreator(MemorySegment bytes, String creator) {
    return bytes.byteSize() <= LONGEST_CREATOR && text(bytes).equals(creator);
  }

  static String text(MemorySegment bytes) {
    byte[] array = bytes.toArray(java.lang.foreign.ValueLayout.JAVA_BYTE);
    return new String(array, StandardCharsets.ISO_8859_1).replace('\0', ' ').strip();
  }

  /// Its numbers. Files without representations do not tell that of private elements, so that of
  /// the maker counts.
  double[] numbers(String creator, int group, int element, Vr vr) {
    Optional<MemorySegment> bytes = bytes(creator, group, element);
    if (bytes.isEmpty() || bytes.get().byteSize() > LONGEST_NUMBERS) {
      return new double[0];
    }
    Tag tag = Tag.of(group, element);
    try {
      return DataSet.of(new Element(tag, vr, new Bytes(bytes.get()))).numbers(tag);
    } catch (DicomException noNumbers) {
      return new double[0]; // as good as none
    }
  }
}
