package penumbra.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import penumbra.core.InvalidInputException;
import penumbra.io.ImageFiles;
import penumbra.pipeline.Plots.Titled;
import penumbra.pipeline.Source;
import penumbra.pipeline.Sources;

/// Reads the pictures that a figure or an animation shows.
final class Pictures {
  private Pictures() {}

  /// The first `most` of the named files and the images in the named folders, each under the name
  /// of its file. Those that cannot be read are reported and left out.
  static List<Titled> read(List<Path> named, int most, Console console, Failures failures)
      throws IOException {
    Sources sources = Sources.of(named);
    failures.report(sources);
    List<Source> first = sources.files().subList(0, Math.min(most, sources.files().size()));
    List<Titled> pictures = new ArrayList<>();
    try (Progress progress = console.progress("Reading", first.size())) {
      for (Source source : first) {
        try {
          String title = String.valueOf(source.file().getFileName());
          pictures.add(new Titled(title, ImageFiles.read(source.file()).pixels()));
        } catch (IOException | RuntimeException | OutOfMemoryError error) {
          failures.report(source.file(), error);
        }
        progress.step();
      }
    }
    return pictures;
  }

  /// The same pictures under other titles, of which there must be as many.
  static List<Titled> titled(List<Titled> pictures, List<String> titles) {
    if (titles.isEmpty()) {
      return pictures;
    }
    InvalidInputException.require(
        titles.size() == pictures.size(),
        "--titles",
        "must have one title for each of the " + pictures.size() + " pictures",
        titles.size(),
        "part them with commas");
    List<Titled> renamed = new ArrayList<>();
    for (int i = 0; i < titles.size(); i++) {
      renamed.add(new Titled(titles.get(i), pictures.get(i).pixels()));
    }
    return renamed;
  }
}
