package penumbra.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import penumbra.cli.console.Console;
import penumbra.cli.failure.Failures;
import penumbra.cli.option.InputDescriptions;
import penumbra.cli.option.ReadingOptions;
import penumbra.datasets.Attempt;
import penumbra.imaging.DicomHeader;
import penumbra.imaging.Explanation;
import penumbra.imaging.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `penumbra explain FILE...`: how the bytes of a file become grey.
@Command(
    name = "explain",
    description =
        "Explain each step from a file's bytes to its display, and what is odd about" + " it.",
    footer = {
      "",
      "With --header --json, data_set holds each data set in the DICOM JSON model"
          + " (PS3.18 annex F).",
      "Values that are too long for a header are left out; left_out lists them."
    })
final class ExplainCommand implements Callable<Integer> {
  private final Console console;
  @Spec private CommandSpec spec;
  @Mixin private ReadingOptions reading;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description =
          "Images (DICOM, PNG, JPEG, TIFF, PNM, NIfTI), arrays (NPY, NPZ), or members of"
              + " an archive (a.zip!/folder/name)."
              + InputDescriptions.DASH)
  private List<Path> files = List.of();

  @Option(
      names = "--header",
      description =
          "Print all elements of DICOM files instead, with sequences and private ones, and with all"
              + " that they say about the patient. Long values are cut.")
  private boolean header;

  @Option(names = "--json", description = "Print JSON, for programs.")
  private boolean json;

  ExplainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    reading.options(); // options that contradict each other are told once, not for each file
    var failures = new Failures(console, spec);
    List<Map<String, Object>> all = new ArrayList<>();
    boolean first = true;
    for (Path file : console.pipes().inputs(files)) {
      Optional<Told> read =
          failures.sort(
              file,
              Attempt.of(() -> told(file)),
              error -> all.add(Failures.json(console.pipes().typed(file.toString()), file, error)));
      if (read.isEmpty()) {
        continue;
      }
      Told told = read.get();
      if (json) {
        told.json().put("file", console.pipes().typed(file.toString()));
        all.add(told.json());
      } else {
        console.out().print(first ? "" : System.lineSeparator());
        console.out().println(console.pipes().named(told.lines().getFirst()));
        told.lines().stream().skip(1).forEach(console.out()::println);
      }
      first = false;
    }
    if (json) {
      console.out().print(Json.write(all));
    }
    return failures.exitCode();
  }

  private Told told(Path file) throws IOException {
    if (header) {
      DicomHeader elements = DicomHeader.of(file, reading.options());
      return new Told(elements.toJson(), elements.toLines());
    }
    Explanation explanation = Explanation.of(file, reading.options());
    return new Told(explanation.toJson(), explanation.toLines());
  }

  private record Told(Map<String, Object> json, List<String> lines) {}
}
