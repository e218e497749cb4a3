package penumbra.cli.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import penumbra.catalogue.Numbers;
import penumbra.cli.console.Console;
import penumbra.cli.console.ExitCodes;
import penumbra.cli.console.Progress;
import penumbra.cli.option.ThreadsOption;
import penumbra.datasets.run.ManifestFile;
import penumbra.datasets.run.Mismatch;
import penumbra.datasets.run.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `penumbra verify OUT`: compares results with their manifest.
@Command(
    name = "verify",
    description = "Check the results of a run against its manifest.",
    footer = {"", "Example:", "  penumbra verify edges"})
public final class VerifyCommand implements Callable<Integer> {
  private static final int MOST_STRANGERS = 5;

  private final Console console;
  @Mixin private ThreadsOption threads;

  @Parameters(paramLabel = "OUT", description = "The folder of results.")
  private Path output = Path.of("");

  public VerifyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    ManifestFile manifest = ManifestFile.of(output);
    long files = manifest.images().stream().mapToLong(image -> image.outputs().size()).sum();
    Verification found;
    try (Progress progress = console.progress("Verifying", files)) {
      found = Verification.of(manifest, threads.execution(), _ -> progress.step());
    }
    for (Mismatch finding : found.findings()) {
      console.error(finding.line());
    }
    found.strangers().stream()
        .limit(MOST_STRANGERS)
        .forEach(file -> console.note("penumbra: " + file + " is not in the manifest"));
    int more = found.strangers().size() - MOST_STRANGERS;
    if (more > 0) {
      console.note("penumbra: " + Numbers.count(more) + " more files are not in the manifest");
    }
    console
        .out()
        .println(
            "%s files as the manifest says, %s missing or changed"
                .formatted(
                    Numbers.count(found.checked() - found.findings().size()),
                    Numbers.count(found.findings().size())));
    return found.findings().isEmpty() ? ExitCodes.DONE : ExitCodes.SOME_FAILED;
  }
}
