package penumbra.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import penumbra.io.Archives;
import penumbra.pipeline.FileFacts;
import penumbra.pipeline.FolderFacts;
import penumbra.pipeline.Json;
import penumbra.pipeline.RuntimeFacts;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `penumbra info FILE...`: what there is to know about files and folders; `penumbra info
/// --runtime`: what Penumbra runs on.
@Command(
    name = "info",
    description =
        "Tell shape, type, statistics and decoding of files; count the images in folders.",
    customSynopsis = {
      "Usage: penumbra info [--json] [OPTIONS] FILE...",
      "       penumbra info [--json] --runtime"
    },
    synopsisHeading = "")
final class InfoCommand implements Callable<Integer> {
  private final Console console;
  @Spec private CommandSpec spec;

  @Mixin private ReadingOptions reading;

  @ArgGroup(multiplicity = "1")
  private Subject subject = new Subject();

  @Option(names = "--json", description = "Print JSON, for programs.")
  private boolean json;

  @Option(
      names = "--patient",
      description =
          "Also tell who is in a DICOM file, and when it was taken; left out otherwise, since outputs"
              + " are passed on.")
  private boolean patient;

  InfoCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    return subject.runtime ? tellRuntime() : tellFiles();
  }

  private int tellFiles() {
    var failures = new Failures(console, spec);
    List<Map<String, Object>> all = new ArrayList<>();
    boolean first = true;
    for (Path file : subject.files) {
      try {
        Facts facts = facts(file);
        if (json) {
          all.add(facts.json());
        } else {
          console.out().print(first ? "" : System.lineSeparator());
          facts.lines().forEach(console.out()::println);
        }
        first = false;
      } catch (IOException | RuntimeException | OutOfMemoryError error) {
        failures.report(file, error);
      }
    }
    if (json) {
      console.out().print(Json.write(all));
    }
    return failures.exitCode();
  }

  private int tellRuntime() {
    RuntimeFacts facts = RuntimeFacts.of(Version.ofPenumbra());
    if (json) {
      console.out().print(Json.write(facts.toJson()));
    } else {
      facts.toLines().forEach(console.out()::println);
    }
    return ExitCodes.DONE;
  }

  private Facts facts(Path named) throws IOException {
    Path path = Archives.enter(named);
    if (Files.isDirectory(path)) {
      FolderFacts folder = FolderFacts.of(path);
      return new Facts(folder.toJson(), folder.toLines());
    }
    FileFacts file = FileFacts.of(path, reading.options(), patient);
    return new Facts(file.toJson(), file.toLines());
  }

  private record Facts(Map<String, Object> json, List<String> lines) {}

  /// What is asked about: files, or Penumbra itself.
  private static final class Subject {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = Inputs.DESCRIPTION)
    private List<Path> files = List.of();

    @Option(
        names = "--runtime",
        required = true,
        description =
            "Tell what Penumbra runs on instead: versions, machine, and the kernels, which are the"
                + " inner loops in use. They are those of 'bench'; other commands start quicker"
                + " with the scalar ones unless PENUMBRA_KERNELS=simd is set. Results are the same"
                + " bits.")
    private boolean runtime;
  }
}
