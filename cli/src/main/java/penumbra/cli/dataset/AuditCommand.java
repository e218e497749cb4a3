package penumbra.cli.dataset;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import penumbra.catalogue.Numbers;
import penumbra.cli.console.Console;
import penumbra.cli.console.ExitCodes;
import penumbra.cli.console.Progress;
import penumbra.cli.failure.Failures;
import penumbra.cli.option.LabelOptions;
import penumbra.cli.option.ThreadsOption;
import penumbra.datasets.audit.Audit;
import penumbra.datasets.audit.AuditRequest;
import penumbra.datasets.audit.AuditResult;
import penumbra.datasets.audit.CheckResult;
import penumbra.datasets.audit.check.Finding;
import penumbra.datasets.audit.measure.Expectation;
import penumbra.io.dataset.Dataset;
import penumbra.report.audit.AuditReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `penumbra audit DIR -o OUT`: what is wrong with a data set.
@Command(
    name = "audit",
    description = "Find what is wrong with a data set before a model is trained on it.",
    sortOptions = false,
    footer = {
      "",
      "Looks for unreadable and mislabelled files, duplicates (also cropped, inverted, compressed",
      "again), patients in two splits, swapped classes, features that predict the class, and odd",
      "pictures. Writes OUT/report.html (self-contained), findings.csv, findings.json, images.csv,",
      "images.parquet and shortcuts.csv.",
      "",
      "Examples:",
      "  penumbra audit chest_xray -o audit --expect kaggle",
      "  penumbra audit scans.zip -o audit --expect train/NORMAL=1341 --expect test/NORMAL=234"
    })
public final class AuditCommand implements Callable<Integer> {
  private final Console console;
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "DIR",
      description = "The folder of the data set, or an archive (*.zip, *.tar, *.tar.gz).")
  private Path folder = Path.of("");

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      required = true,
      description = "The folder for the report; created if it is missing.")
  private Path output = Path.of("");

  @Mixin private LabelOptions labels;

  @Option(
      names = "--expect",
      paramLabel = "COUNT",
      description =
          "The expected numbers of images: SPLIT/CLASS=N, as often as needed, or kaggle"
              + " for the 5,856 images of Kaggle's chest X-ray set.")
  private List<String> expected = List.of();

  @Option(names = "--strict", description = "Also exit with 1 if a defect or a suspicion is found.")
  private boolean strict;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "How many images are checked at a time. Results do not depend on it. Default:"
              + " one for each CPU.")
  private @Nullable Integer threads;

  public AuditCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    AuditRequest request =
        AuditRequest.of(folder, output)
            .withExpected(Expectation.of(expected))
            .withLabels(labels.request())
            .withExecution(ThreadsOption.execution(threads));
    AuditResult result;
    Path page;
    try (Progress progress = console.progress("Auditing", 1)) {
      result = Audit.run(request, progress::reach);
      page = AuditReport.write(result);
    }
    var failures = new Failures(console, spec);
    Failures.skip(console, result.set().set().skipped());
    result.failures().forEach(failure -> failures.report(failure.image().file(), failure.error()));
    result
        .unreadableFolders()
        .forEach(path -> failures.report(path, new AccessDeniedException(path.toString())));
    Dataset set = result.set().set();
    LabelNotes.tell(console, set.masks().size(), set.labels());
    tell(result, page);
    boolean found =
        result.count(Finding.Severity.DEFECT) + result.count(Finding.Severity.SUSPICION) > 0;
    return strict && found ? ExitCodes.SOME_FAILED : failures.exitCode();
  }

  private void tell(AuditResult result, Path page) {
    List<CheckResult> found =
        result.answers().stream().filter(answer -> !answer.findings().isEmpty()).toList();
    int width = found.stream().mapToInt(answer -> answer.title().length()).max().orElse(0);
    for (CheckResult answer : found) {
      String title = answer.title() + " ".repeat(width - answer.title().length());
      console.out().println(title + "  " + Numbers.count(answer.findings().size()));
    }
    console
        .out()
        .println(
            Numbers.count(result.images())
                + (result.images() == 1 ? " image: " : " images: ")
                + plural(result.count(Finding.Severity.DEFECT), "defect")
                + ", "
                + plural(result.count(Finding.Severity.SUSPICION), "suspicion")
                + ", "
                + plural(result.count(Finding.Severity.NOTE), "note"));
    console.out().println("Open " + page);
  }

  private static String plural(long count, String noun) {
    return Numbers.count(count) + " " + noun + (count == 1 ? "" : "s");
  }
}
