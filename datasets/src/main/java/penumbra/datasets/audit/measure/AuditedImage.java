package penumbra.datasets.audit.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import penumbra.core.Execution;
import penumbra.core.NdArray;
import penumbra.datasets.stats.DatasetPicture;
import penumbra.datasets.stats.ImageStatistics;
import penumbra.datasets.stats.StatisticsRow;
import penumbra.io.ImageFiles;
import penumbra.io.dataset.DatasetImage;
import penumbra.io.pixel.Orientation;

/// The audit's data about one image, without its pixels.
///
/// @param image the image
/// @param name its path below the set's folder, with `/`
/// @param bytes the size of its file
/// @param sha256 the hash of its file
/// @param form how it is stored
/// @param height in pixels
/// @param width in pixels
/// @param figures its statistics
/// @param traits its overall appearance
/// @param signature for finding near duplicates
/// @param patient the patient, if known
/// @param orientation that its file names and that is not applied, in a sentence
public record AuditedImage(
    DatasetImage image,
    String name,
    long bytes,
    String sha256,
    StoredForm form,
    int height,
    int width,
    ImageStatistics figures,
    Appearance traits,
    Signature signature,
    Optional<Patient> patient,
    Optional<String> orientation) {

  /// Reads and measures an image.
  public static AuditedImage of(DatasetImage image, Path root, Execution execution)
      throws IOException {
    Path file = image.file();
    String name = StatisticsRow.nameOf(image, root);
    String format = ImageFiles.formatOf(file).orElse("");
    DatasetPicture picture = DatasetPicture.read(file, execution);
    Fingerprint fingerprint = Fingerprint.of(file);
    NdArray levels = picture.levels(execution);
    return new AuditedImage(
        image,
        name,
        fingerprint.bytes(),
        fingerprint.sha256(),
        StoredForm.of(format, fingerprint.head(), picture),
        levels.length(0),
        levels.length(1),
        ImageStatistics.of(picture.measured(), levels, execution),
        Appearance.of(levels, execution),
        Signature.of(levels),
        Patient.of(image, picture),
        Orientation.among(picture.image().decodingSteps()));
  }

  double pixels() {
    return (double) height * width;
  }

  /// Its width over its height.
  public double aspect() {
    return (double) width / height;
  }

  /// The split and the class, as in `train/NORMAL`.
  public String group() {
    return StatisticsRow.splitOf(image) + "/" + image.label();
  }
}
