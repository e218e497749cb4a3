package penumbra.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import penumbra.pipeline.Explanation;
import penumbra.pipeline.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `penumbra explain FILE...`: how the bytes of a file become grey.
@Command(
    name = "explain",
    description = "Tell each step from a file's bytes to what is seen, and what is odd about it.")
final class ExplainCommand implements Callable<Integer> {
  private final Console console;
  @Spec private CommandSpec spec;
  @Mixin private ReadingOptions reading;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description =
          "Images (DICOM, PNG, JPEG, TIFF, PNM, NIfTI), arrays (NPY, NPZ), or what lies in an archive"
              + " (a.zip!/folder/name).")
  private List<Path> files = List.of();

  @Option(names = "--json", description = "Print JSON, for programs.")
  private boolean json;

  ExplainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    var failures = new Failures(console, spec);
    List<Map<String, Object>> all = new ArrayList<>();
    boolean first = true;
    for (Path file : files) {
      try {
        Explanation explanation = Explanation.of(file, reading.options());
        if (json) {
          all.add(explanation.toJson());
        } else {
          console.out().print(first ? "" : System.lineSeparator());
          explanation.toLines().forEach(console.out()::println);
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
}
