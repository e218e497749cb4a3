package penumbra.io.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Gives images what label files tell of them. A file that was asked for goes before the names of
/// folders; files beside the images tell what folders do not.
final class ImageLabels {
  private final boolean asked;
  private final List<LabelFile> files;

  ImageLabels(LabelRequest request, List<LabelFile> files) {
    this.asked = request.file().isPresent();
    this.files = List.copyOf(files);
  }

  /// The image with its labels.
  ///
  /// @param depth how many names of the path are below the set's folder
  DatasetImage label(DatasetImage image, int depth) {
    DatasetImage labelled = image;
    List<String> path = new ArrayList<>();
    image.file().toAbsolutePath().normalize().forEach(name -> path.add(name.toString()));
    for (LabelFile file : files) {
      Optional<LabelRow> row = file.find(path, Math.min(depth, path.size()), image.split());
      if (row.isPresent()) {
        labelled = with(labelled, row.get(), file.patient(row.get()));
      }
    }
    return labelled;
  }

  private DatasetImage with(DatasetImage image, LabelRow row, Optional<DatasetPatient> patient) {
    Split split = row.split();
    List<String> findings = row.findings();
    boolean newSplit = split != Split.NONE && (asked || image.split() == Split.NONE);
    boolean newLabel = !findings.isEmpty() && (asked || image.label().equals(Label.NONE));
    return new DatasetImage(
        image.file(),
        newSplit ? split : image.split(),
        newLabel ? label(findings) : image.label(),
        newLabel ? findings : image.findings(),
        asked ? patient.or(image::patient) : image.patient().or(() -> patient));
  }

  private static Label label(List<String> findings) {
    return findings.size() > 1 ? Label.SEVERAL : new Label(findings.getFirst());
  }

  /// What was taken from each file.
  List<LabelUse> uses() {
    return files.stream().map(LabelFile::use).filter(use -> asked || use.images() > 0).toList();
  }
}
