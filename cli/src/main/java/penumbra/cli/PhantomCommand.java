package penumbra.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import penumbra.cli.console.Console;
import penumbra.cli.console.ExitCodes;
import penumbra.cli.console.Progress;
import penumbra.cli.option.ThreadsOption;
import penumbra.imaging.PenumbraVersion;
import penumbra.phantom.PhantomDataset;
import penumbra.phantom.PhantomDicom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `penumbra phantom -o OUT`: simulated radiographs as DICOM files.
@Command(
    name = "phantom",
    description = "Simulate chest X-rays as DICOM files, with the true edges, lungs and opacities.",
    footer = {
      "",
      "Writes OUT/chest_xray (computed radiographs: the logarithm of the detector's",
      "signal over four decades, unprocessed, with window, spacing and view) and",
      "OUT/truth (masks, PNG). Every run gives the same bytes.",
      "",
      "Example:",
      "  penumbra phantom -o phantoms --bits 12 --photometric monochrome1",
      "  penumbra article phantoms/chest_xray -o report"
    })
final class PhantomCommand implements Callable<Integer> {
  private static final int DEFAULT_COUNT = 9;

  private final Console console;
  @Mixin private ThreadsOption threads;

  /// Whether low or high values are light.
  enum Photometric {
    /// Large values are dark.
    MONOCHROME1,
    /// Large values are light.
    MONOCHROME2;

    @Override
    public String toString() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      required = true,
      description = "The folder for pictures and truth; created if it is missing.")
  private Path output = Path.of("");

  @Option(
      names = "--count",
      paramLabel = "N",
      description =
          "How many to simulate. Every other one has opacities. Default: " + DEFAULT_COUNT)
  private @Nullable Integer count;

  /// What `--count` was called too, before `-n` came to mean `--limit` everywhere.
  @Option(names = "-n", paramLabel = "N", hidden = true, description = "As --count.")
  private @Nullable Integer formerCount;

  @Option(
      names = "--bits",
      paramLabel = "N",
      defaultValue = "12",
      description = "The bits stored, 8 to 16. Default: ${DEFAULT-VALUE}")
  private int bits;

  @Option(
      names = "--photometric",
      paramLabel = "NAME",
      defaultValue = "monochrome2",
      description =
          "monochrome1: large values are dark; monochrome2: large values are light. Bones are light"
              + " in both. Default: ${DEFAULT-VALUE}")
  private Photometric photometric = Photometric.MONOCHROME2;

  PhantomCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Integer given = count != null ? count : formerCount;
    int many = given != null ? given : DEFAULT_COUNT;
    var form =
        new PhantomDicom(bits, photometric == Photometric.MONOCHROME1, PenumbraVersion.current());
    Path images;
    try (Progress progress = console.progress("Simulating", 1)) {
      images =
          PhantomDataset.dicom(many, form)
              .write(
                  output,
                  threads.execution(),
                  (done, all) -> progress.reach("radiographs", done, all));
    }
    console.out().println("Wrote " + images);
    return ExitCodes.DONE;
  }
}
