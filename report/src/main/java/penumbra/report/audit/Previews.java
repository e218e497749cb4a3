package penumbra.report.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import penumbra.core.Execution;
import penumbra.core.NdArray;
import penumbra.datasets.audit.measure.AuditedImage;
import penumbra.datasets.stats.DatasetPicture;
import penumbra.io.gif.AnimationFrames;
import penumbra.io.jpeg.Jpeg;
import penumbra.report.html.FigureBlock;
import penumbra.report.html.ShellCommand;

/// Small pictures of the worst cases, as parts of the page.
final class Previews {
  private static final int SIDE = 240;
  private static final int QUALITY = 85;

  private final Execution execution;
  private final Map<String, AuditedImage> images = new HashMap<>();

  private final Path folder;

  /// @param folder the data set, as it was named
  Previews(Path folder, List<AuditedImage> all, Execution execution) {
    this.execution = execution;
    this.folder = folder;
    all.forEach(image -> images.put(image.name(), image));
  }

  /// The pictures of `files`, in a row. For files that cannot be read only the name, and for a
  /// single such file nothing.
  String of(List<String> files) {
    FigureBlock exhibit = FigureBlock.ofThumbnails();
    List<String> readable = new ArrayList<>();
    for (String file : files) {
      Optional<byte[]> jpeg = jpeg(file);
      if (jpeg.isEmpty()) {
        exhibit.withoutPicture(file);
      } else {
        exhibit.withThumbnail("image/jpeg", jpeg.get(), file);
        readable.add(ShellCommand.inside(folder, file));
      }
    }
    if (readable.isEmpty() && files.size() == 1) {
      return ""; // the finding names the file
    }
    if (!readable.isEmpty()) {
      exhibit.withCommand(command(readable));
    }
    return exhibit.html("");
  }

  private static ShellCommand command(List<String> paths) {
    List<String> words = new ArrayList<>(List.of("penumbra", "plot", "grid"));
    words.addAll(paths);
    words.addAll(List.of("--rows=1", "--columns=" + paths.size(), "-o", "pictures.png"));
    return new ShellCommand(
        paths.size() == 1 ? "The picture, larger" : "The pictures side by side, larger", words);
  }

  private Optional<byte[]> jpeg(String file) {
    AuditedImage image = images.get(file);
    if (image == null) {
      return Optional.empty();
    }
    try {
      NdArray levels = DatasetPicture.read(image.image().file(), execution).levels(execution);
      return Optional.of(
          Jpeg.encode(AnimationFrames.fit(List.of(levels), SIDE).getFirst(), QUALITY));
    } catch (IOException gone) {
      return Optional.empty(); // the name is there anyway, and the finding
    }
  }
}
