package penumbra.dicom.grey;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import penumbra.core.Radiograph;
import penumbra.dicom.DicomException;
import penumbra.dicom.DicomReader;
import penumbra.io.ImageFormat;
import penumbra.io.ReadOptions;
import penumbra.io.UnreadableFileException;

/// DICOM, for all who read pictures through [penumbra.io.ImageFiles].
///
/// ```
/// Radiograph ct = ImageFiles.read(Path.of("CT_small.dcm"));  // Hounsfield units
/// ```
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
  public Radiograph read(Path file, ReadOptions options) throws IOException {
    DicomImage image = image(file, options);
    return options.colours() && image.decoded().colour()
        ? image.inColour(file.toString())
        : image.radiograph(file.toString(), options.values());
  }

  /// The frame of `file` that `options` ask for.
  public static DicomImage image(Path file, ReadOptions options) throws IOException {
    try {
      return DicomImage.of(DicomReader.read(file, options.lenient(), options.limits()), options);
    } catch (DicomException wrong) {
      throw unreadable(file, wrong);
    }
  }

  /// The error with the file's name.
  public static UnreadableFileException unreadable(Path file, DicomException wrong) {
    return UnreadableFileException.of(file, wrong.rule(), wrong.found(), wrong.remedy(), wrong);
  }
}
