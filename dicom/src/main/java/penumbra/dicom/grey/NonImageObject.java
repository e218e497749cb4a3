package penumbra.dicom.grey;

import java.lang.foreign.MemorySegment;
import java.util.List;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomException;
import penumbra.dicom.DicomObject;
import penumbra.dicom.Tag;
import penumbra.dicom.Tags;

/// Describes an object that holds no image.
final class NonImageObject {
  private static final String STORAGE = "1.2.840.10008.5.1.4.1.1.";

  /// What an object of this SOP class is, and where to find its picture.
  private record Kind(String prefix, String name, String remedy) {}

  private static final String OTHER = "name the image that belongs to it";

  private static final List<Kind> KINDS =
      List.of(
          new Kind("1.2.840.10008.1.3.10", "a DICOMDIR", "name the files it lists"),
          new Kind(STORAGE + "88.", "a structured report", "name the images that it speaks of"),
          new Kind(STORAGE + "11.", "a presentation state", "name the image that it shows"),
          new Kind(STORAGE + "481.3", "an RT structure set", "name the CT images it is drawn on"),
          new Kind(STORAGE + "481.4", "an RT treatment record", OTHER),
          new Kind(STORAGE + "481.5", "an RT plan", "name the RT dose that belongs to it"),
          new Kind(STORAGE + "481.8", "an RT ion plan", "name the RT dose that belongs to it"),
          new Kind(STORAGE + "104.1", "a PDF document", "open it in a viewer of documents"),
          new Kind(STORAGE + "104.", "an encapsulated document", "open it in another viewer"),
          new Kind(STORAGE + "9.", "a waveform", OTHER),
          new Kind(STORAGE + "66", "raw data or a registration", OTHER),
          new Kind(STORAGE + "4.2", "MR spectroscopy", OTHER));

  private static final List<Tag> PIXELS =
      List.of(Tags.PIXEL_DATA, Tag.of(0x7FE0, 0x0008), Tag.of(0x7FE0, 0x0009));

  private NonImageObject() {}

  /// Throws if the object has no pixel data, or coded bytes that no decoder knows.
  static void check(DicomObject object) throws DicomException {
    DataSet data = object.data();
    long unknown = data.bytes(Tags.PIXEL_DATA).map(MemorySegment::byteSize).orElse(0L);
    if (unknown > 0 && object.syntax().isEncapsulated()) {
      // The reader has recognised all that it can; shown as pixels, the rest would be noise.
      throw new DicomException(
          "must have its coded pixel data in items",
          "has " + unknown + " bytes without any, which begin as no coded picture does",
          "ask its maker to correct it");
    }
    if (PIXELS.stream().anyMatch(data::has)) {
      return;
    }
    String sopClass = data.text(Tags.SOP_CLASS_UID).orElse("");
    String modality = data.text(Tags.MODALITY).map(m -> " of modality " + m).orElse("");
    for (Kind kind : KINDS) {
      if (sopClass.startsWith(kind.prefix)) {
        throw new DicomException(
            "must hold an image",
            "is " + kind.name + modality + ", without pixel data",
            kind.remedy);
      }
    }
    throw new DicomException(
        "must hold an image", "is an object" + modality + " without pixel data", OTHER);
  }
}
