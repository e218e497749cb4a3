package penumbra.dicom.file;

import java.util.List;
import penumbra.dicom.Dictionary;
import penumbra.dicom.Tag;
import penumbra.dicom.Vr;

/// The value representation of an element that does not name it.
final class ImplicitVr {
  private ImplicitVr() {}

  /// The representation in the dictionary. If it has several, pixel and table data are words, PS3.5
  /// annex A.1, and elements with pixel values are signed if the pixels are.
  static Vr of(Tag tag, boolean signed) {
    if (tag.isPrivate() || tag.element() == 0) {
      return Dictionary.vr(tag);
    }
    List<Vr> vrs = Dictionary.entry(tag).map(Dictionary.Entry::vrs).orElse(List.of(Vr.UN));
    if (vrs.size() > 1) {
      if (vrs.contains(Vr.OW)) {
        return Vr.OW;
      }
      if (vrs.contains(Vr.SS)) {
        return signed ? Vr.SS : Vr.US;
      }
    }
    return vrs.getFirst();
  }
}
