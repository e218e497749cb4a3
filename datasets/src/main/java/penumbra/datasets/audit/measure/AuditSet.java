package penumbra.datasets.audit.measure;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import penumbra.core.Execution;
import penumbra.datasets.stats.ImageSurvey;
import penumbra.datasets.stats.StatisticsRow;
import penumbra.io.dataset.Dataset;
import penumbra.io.dataset.Label;
import penumbra.io.dataset.Split;

/// The measurements of a data set, as input of the checks.
///
/// @param set the listing
/// @param images the measured images, in the order of the listing
/// @param failures the files that could not be read
/// @param expected the expected numbers of images
/// @param execution the threads for checks with long computations
public record AuditSet(
    Dataset set,
    List<AuditedImage> images,
    List<ImageSurvey.Failure> failures,
    Expectation expected,
    Execution execution) {
  public AuditSet {
    images = List.copyOf(images);
    failures = List.copyOf(failures);
  }

  /// The images that show something: neither black nor white nor of one level.
  public List<AuditedImage> seen() {
    return images.stream().filter(image -> !image.traits().blank()).toList();
  }

  /// The splits that occur.
  public List<Split> splits() {
    return images.stream().map(image -> image.image().split()).distinct().sorted().toList();
  }

  /// The classes that occur, without the group of images of unknown class.
  public List<Label> labels() {
    return images.stream()
        .map(image -> image.image().label())
        .filter(label -> !label.equals(Label.NONE))
        .distinct()
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  /// The images of one class in one split.
  public Stream<AuditedImage> of(Split split, Label label) {
    return images.stream()
        .filter(image -> image.image().split() == split && image.image().label().equals(label));
  }

  /// The path of a failed file below the set's folder.
  public String nameOf(ImageSurvey.Failure failure) {
    return StatisticsRow.nameOf(failure.image(), set.root());
  }
}
