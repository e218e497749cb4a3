package penumbra.dicom.grey;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import penumbra.core.Radiograph;
import penumbra.dicom.DicomException;
import penumbra.dicom.DicomObject;
import penumbra.dicom.derive.DerivedObject;
import penumbra.dicom.derive.NonDicomSource;
import penumbra.dicom.file.DicomReader;
import penumbra.dicom.file.DicomWriter;
import penumbra.io.format.ImageFormat;
import penumbra.io.format.ImageSource;
import penumbra.io.format.Origin;
import penumbra.io.format.OutputVariant;
import penumbra.io.format.ReadOptions;
import penumbra.io.format.UnreadableFileException;
import penumbra.io.format.WriteOptions;

/// DICOM as a format of [penumbra.io.ImageFiles].
///
/// ```
/// Radiograph ct = ImageFiles.read(Path.of("CT_small.dcm"));  // Hounsfield units
/// ```
///
/// It is written only with an [Origin], from which it derives the new object.
public final class DicomFormat implements ImageFormat {
  /// The format, as the service loader makes it.
  public DicomFormat() {}

  @Override
  public String label() {
    return "DICOM";
  }

  @Override
  public List<String> extensions() {
    return List.of("dcm", "dicom", "dic", "ima");
  }

  @Override
  public boolean recognises(byte[] head) {
    return DicomReader.recognises(head);
  }

  /// Whether `file` is there and begins as DICOM does.
  public static boolean isDicom(Path file) throws IOException {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return DicomReader.recognises(in.readNBytes(HEAD));
    }
  }

  @Override
  public boolean overrules(byte[] head) {
    return DicomReader.isMarked(head);
  }

  @Override
  public boolean isOftenNameless() {
    return true;
  }

  @Override
  public Radiograph read(ImageSource source, ReadOptions options) throws IOException {
    DicomImage image = image(source, options);
    return options.colours() && image.decoded().colour()
        ? image.inColour(source.toString())
        : image.radiograph(source.toString(), options.values());
  }

  /// The frame of `file` that `options` select.
  public static DicomImage image(Path file, ReadOptions options) throws IOException {
    return image(ImageSource.of(file), options);
  }

  /// The frame of `source` that `options` select.
  public static DicomImage image(ImageSource source, ReadOptions options) throws IOException {
    try {
      return DicomImage.of(DicomReader.read(source, options.lenient(), options.limits()), options);
    } catch (DicomException wrong) {
      throw unreadable(source.path(), wrong);
    }
  }

  @Override
  public List<OutputVariant> written() {
    return List.of(new OutputVariant(List.of("dcm"), OutputVariant.Depth.SCALED_VALUES, true));
  }

  /// Writes a derived image of the source's patient and study if the source is DICOM, else a
  /// secondary capture; see [DerivedObject].
  @Override
  public Optional<String> write(
      Radiograph image, OutputVariant form, WriteOptions options, OutputStream out)
      throws IOException {
    Origin origin = options.origin().orElseThrow();
    byte[] head = origin.source().head();
    DicomObject object =
        recognises(head)
            ? DerivedObject.of(header(origin), image.pixels(), origin.derivation())
            : DerivedObject.of(
                new NonDicomSource(origin.image().spacing(), isJpeg(head)),
                image.pixels(),
                origin.derivation());
    DicomWriter.write(object, out);
    return object.notes().stream().findFirst();
  }

  /// The source without its pixels; the attributes of the one frame count for all.
  private static DicomObject header(Origin origin) throws IOException {
    DicomObject whole = DicomReader.readHeader(origin.source());
    int frame = origin.derivation().frame().orElse(1) - 1;
    return new DicomObject(
        whole.meta(), whole.syntax(), FrameAttributes.of(whole.data(), frame), whole.notes());
  }

  private static boolean isJpeg(byte[] head) {
    return head.length > 2 && (head[0] & 0xFF) == 0xFF && (head[1] & 0xFF) == 0xD8;
  }

  /// The error with the file's name.
  public static UnreadableFileException unreadable(Path file, DicomException wrong) {
    return UnreadableFileException.of(file, wrong.failure(), wrong);
  }
}
