package penumbra.cli.show;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import penumbra.cli.console.Console;
import penumbra.cli.console.Progress;
import penumbra.cli.failure.FailureWords;
import penumbra.cli.failure.Failures;
import penumbra.cli.option.ReadingOptions;
import penumbra.core.DType;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;
import penumbra.core.Presentation;
import penumbra.core.Radiograph;
import penumbra.datasets.OrderedPool;
import penumbra.datasets.Source;
import penumbra.datasets.Sources;
import penumbra.imaging.Plots.Titled;
import penumbra.imaging.PolarityRemark;
import penumbra.io.ImageFiles;
import penumbra.io.format.GreyValues;
import penumbra.io.format.ReadOptions;

/// Reads the pictures that a figure or an animation shows.
final class PictureReader {
  private PictureReader() {}

  /// The first `most` of the named files and the images in the named folders, each under the name
  /// of its file. They have display values unless other values are requested. Files that cannot be
  /// read are reported and left out.
  static List<Titled> read(
      List<Path> named, int most, ReadingOptions reading, Console console, Failures failures)
      throws IOException {
    return read(named, most, reading, reading.options(), true, console, failures);
  }

  /// The same for their values, whichever of them are light.
  static List<Titled> values(
      List<Path> named, int most, ReadingOptions reading, Console console, Failures failures)
      throws IOException {
    return read(named, most, reading, reading.options(), false, console, failures);
  }

  /// The same as [#read], with pictures in colour left in colour.
  static List<Titled> inColour(
      List<Path> named, int most, ReadingOptions reading, Console console, Failures failures)
      throws IOException {
    ReadOptions inColour = reading.options().withColours(true);
    return read(named, most, reading, inColour, true, console, failures);
  }

  /// @param seen whether pictures are shown, so that inverted ones are reported
  private static List<Titled> read(
      List<Path> named,
      int most,
      ReadingOptions reading,
      ReadOptions options,
      boolean seen,
      Console console,
      Failures failures)
      throws IOException {
    Sources sources = Sources.of(console.pipes().inputs(named));
    failures.report(sources);
    List<Source> first = sources.files().subList(0, Math.min(most, sources.files().size()));
    List<Titled> pictures = new ArrayList<>();
    try (Progress progress = console.progress("Reading", first.size())) {
      new OrderedPool(options.execution())
          .<Source, Radiograph, RuntimeException>run(
              first,
              (source, share) ->
                  radiograph(source.file(), options.withExecution(share), reading.showsDisplay()),
              (source, attempt) -> {
                failures
                    .sort(source.file(), attempt)
                    .ifPresent(image -> {
                      pictures.add(new Titled(title(source.file(), console), image.pixels()));
                      if (seen && image.presentation().filter(Presentation::inverted).isPresent()) {
                        console.note(
                            "penumbra: the figure "
                                + FailureWords.on(PolarityRemark.NEGATIVE, source.file()));
                      }
                    });
                progress.step();
              });
    }
    return pictures;
  }

  private static String title(Path file, Console console) {
    return console.pipes().isInput(file) ? "standard input" : String.valueOf(file.getFileName());
  }

  /// Shown in the 8 bits that figures have, not in the 16 that a file of display values may have.
  private static Radiograph radiograph(Path file, ReadOptions options, boolean display)
      throws IOException {
    if (!display) {
      return ImageFiles.read(file, options);
    }
    Radiograph image = ImageFiles.read(file, options.withValues(GreyValues.MODALITY));
    NdArray values = image.pixels();
    return image
        .presentation()
        .map(shown -> image.withResult(shown.show(values, DType.UINT8, options.execution())))
        .orElse(image);
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
        "separate them with commas");
    List<Titled> renamed = new ArrayList<>();
    for (int i = 0; i < titles.size(); i++) {
      renamed.add(new Titled(titles.get(i), pictures.get(i).pixels()));
    }
    return renamed;
  }
}
