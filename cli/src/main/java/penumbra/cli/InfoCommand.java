package penumbra.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import penumbra.cli.console.Columns;
import penumbra.cli.console.Console;
import penumbra.cli.console.ExitCodes;
import penumbra.cli.console.Progress;
import penumbra.cli.console.Version;
import penumbra.cli.failure.FailureWords;
import penumbra.cli.failure.Failures;
import penumbra.cli.option.InputDescriptions;
import penumbra.cli.option.LabelOptions;
import penumbra.cli.option.Limit;
import penumbra.cli.option.ReadingOptions;
import penumbra.core.InvalidInputException;
import penumbra.datasets.Attempt;
import penumbra.datasets.FolderFacts;
import penumbra.datasets.OrderedPool;
import penumbra.datasets.Source;
import penumbra.datasets.Sources;
import penumbra.imaging.FileFacts;
import penumbra.imaging.ImageLine;
import penumbra.imaging.Json;
import penumbra.imaging.RuntimeFacts;
import penumbra.io.ImageFormats;
import penumbra.io.archive.Archives;
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
        "Show shape, type, statistics and decoding of files; count the images in" + " folders.",
    customSynopsis = {
      "Usage: penumbra info [--json] [OPTIONS] FILE...",
      "       penumbra info --list|--table [--json] [-n N] [OPTIONS] FILE|DIR...",
      "       penumbra info [--json] --runtime"
    },
    synopsisHeading = "")
final class InfoCommand implements Callable<Integer> {
  private final Console console;
  @Spec private CommandSpec spec;

  @Mixin private ReadingOptions reading;
  @Mixin private LabelOptions labels;

  @ArgGroup(multiplicity = "1")
  private Subject subject = new Subject();

  @Option(names = "--json", description = "Print JSON, for programs.")
  private boolean json;

  @Option(
      names = "--list",
      description =
          "One line for each image, also in folders and archives: format, shape, type," + " size.")
  private boolean list;

  @Option(
      names = "--table",
      description = "The same with statistics: range, mean, median, deviation.")
  private boolean table;

  @Option(
      names = {"-n", "--limit"},
      paramLabel = "N",
      description = "List the first N images. Default: all.")
  private @Nullable Integer limit;

  @Option(
      names = "--patient",
      description =
          "Also show the patient of a DICOM file and when it was taken. Default: hidden,"
              + " since people pass outputs on.")
  private boolean patient;

  InfoCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (subject.runtime) {
      return tellRuntime();
    }
    reading.options(); // options that contradict each other are told once, not for each file
    List<Path> files = console.pipes().inputs(subject.files);
    if (list || table) {
      return tellListing(files);
    }
    InvalidInputException.require(
        limit == null, "limit", "must go with --list or --table", "alone", "add --list");
    return tellFiles(files);
  }

  private int tellListing(List<Path> files) throws IOException {
    int most = Limit.of(limit, null, Integer.MAX_VALUE);
    var failures = new Failures(console, spec);
    Sources sources = Sources.of(files);
    failures.report(sources);
    List<Source> first = sources.files().subList(0, Math.min(most, sources.files().size()));
    List<ImageLine> lines = new ArrayList<>();
    List<Map<String, Object>> all = new ArrayList<>();
    try (Progress progress = console.progress("Reading", first.size())) {
      new OrderedPool(reading.execution())
          .<Source, ImageLine, RuntimeException>run(
              first,
              (source, share) ->
                  ImageLine.of(source.file(), reading.options().withExecution(share), table),
              (source, attempt) -> {
                Path file = source.file();
                failures
                    .sort(
                        file,
                        attempt,
                        error ->
                            all.add(
                                Failures.json(console.pipes().typed(file.toString()), file, error)))
                    .ifPresent(line -> {
                      lines.add(line);
                      all.add(json(line));
                    });
                progress.step();
              });
    }
    if (json) {
      console.out().print(Json.write(all));
    } else {
      tell(lines);
    }
    return failures.exitCode();
  }

  private Map<String, Object> json(ImageLine line) {
    Map<String, Object> json = line.toJson();
    json.put("file", console.pipes().typed(line.file().toString()));
    return json;
  }

  private void tell(List<ImageLine> lines) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(ImageLine.headings(table));
    for (ImageLine line : lines) {
      List<String> row = new ArrayList<>(line.toCells());
      row.set(0, console.pipes().named(row.getFirst()));
      rows.add(row);
    }
    Columns.lines(rows, ImageLine.WORDS).forEach(console.out()::println);
  }

  private int tellFiles(List<Path> files) {
    ImageFormats.list(); // so that a plug-in that is broken is told once, not for each file
    var failures = new Failures(console, spec);
    List<Map<String, Object>> all = new ArrayList<>();
    boolean first = true;
    for (Path file : files) {
      Optional<Facts> read =
          failures.sort(
              file,
              Attempt.of(() -> facts(file)),
              error -> all.add(Failures.json(console.pipes().typed(file.toString()), file, error)));
      if (read.isEmpty()) {
        continue;
      }
      if (json) {
        all.add(read.get().json());
      } else {
        console.out().print(first ? "" : System.lineSeparator());
        read.get().lines().forEach(console.out()::println);
      }
      first = false;
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
      FolderFacts folder = FolderFacts.of(path, labels.request());
      return new Facts(folder.toJson(), folder.toLines(FailureWords::line));
    }
    FileFacts file = FileFacts.of(path, reading.options(), patient);
    Map<String, Object> facts = file.toJson();
    facts.put("file", console.pipes().typed(path.toString()));
    List<String> lines = new ArrayList<>(file.toLines());
    lines.set(0, console.pipes().named(lines.getFirst()));
    return new Facts(facts, lines);
  }

  private record Facts(Map<String, Object> json, List<String> lines) {}

  /// The subject: files, or Penumbra itself.
  private static final class Subject {
    @Parameters(
        paramLabel = "FILE",
        arity = "1..*",
        description = InputDescriptions.DESCRIPTION + InputDescriptions.DASH)
    private List<Path> files = List.of();

    @Option(
        names = "--runtime",
        required = true,
        description =
            "Show what Penumbra runs on: versions, machine, and the kernels, which are the"
                + " inner loops of the filters. It shows the kernels of 'bench', 'run' and"
                + " commands on many files. Other commands start faster with the scalar kernels"
                + " unless PENUMBRA_KERNELS=simd is set. Results have the same bits.")
    private boolean runtime;
  }
}
