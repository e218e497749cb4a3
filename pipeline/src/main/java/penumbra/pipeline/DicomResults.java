package penumbra.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import penumbra.core.NdArray;
import penumbra.core.Radiograph;
import penumbra.dicom.DicomObject;
import penumbra.dicom.DicomReader;
import penumbra.dicom.DicomWriter;
import penumbra.dicom.derive.Derivation;
import penumbra.dicom.derive.DerivedObject;
import penumbra.dicom.derive.PlainSource;
import penumbra.dicom.grey.FrameAttributes;
import penumbra.io.Archives;
import penumbra.io.ImageFormat;

/// Writes results as DICOM objects: of a DICOM file a derived image, of any other a secondary
/// capture.
final class DicomResults {
  private DicomResults() {}

  /// Writes what was made, as `derivation` says, of `source`, which was read from `named`.
  ///
  /// @return what was lost, in a sentence, if something was
  static Optional<String> write(
      Derivation derivation, Radiograph source, Path named, NdArray result, Path target)
      throws IOException {
    Path file = Archives.resolve(named);
    byte[] head = head(file);
    DicomObject object =
        DicomReader.recognises(head)
            ? DerivedObject.of(header(file, derivation), result, derivation)
            : DerivedObject.of(new PlainSource(source.spacing(), isJpeg(head)), result, derivation);
    DicomWriter.write(object, target);
    return object.notes().stream().findFirst();
  }

  /// The source without its pixels; what holds for one frame only stands as if it held for all.
  private static DicomObject header(Path file, Derivation derivation) throws IOException {
    DicomObject whole = DicomReader.readHeader(file);
    int frame = derivation.frame().orElse(1) - 1;
    return new DicomObject(
        whole.meta(), whole.syntax(), FrameAttributes.of(whole.data(), frame), whole.notes());
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(ImageFormat.HEAD);
    }
  }

  private static boolean isJpeg(byte[] head) {
    return head.length > 2 && (head[0] & 0xFF) == 0xFF && (head[1] & 0xFF) == 0xD8;
  }
}
