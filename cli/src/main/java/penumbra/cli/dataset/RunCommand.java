package penumbra.cli.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import penumbra.catalogue.Numbers;
import penumbra.cli.console.Console;
import penumbra.cli.console.Progress;
import penumbra.cli.failure.FailureWords;
import penumbra.cli.failure.Failures;
import penumbra.cli.option.InputDescriptions;
import penumbra.cli.option.LabelOptions;
import penumbra.cli.option.ThreadsOption;
import penumbra.core.Execution;
import penumbra.datasets.run.Estimate;
import penumbra.datasets.run.Plan;
import penumbra.datasets.run.Run;
import penumbra.datasets.run.RunListener;
import penumbra.datasets.run.RunSummary;
import penumbra.datasets.run.journal.ImageRecord;
import penumbra.imaging.PolarityRemark;
import penumbra.imaging.job.ValueRemark;
import penumbra.imaging.recipe.ReadyRecipes;
import penumbra.imaging.recipe.Recipe;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `penumbra run RECIPE IN... -o OUT`: a recipe over whole data sets.
@Command(
    name = "run",
    description =
        "Apply a recipe to every image of a data set. You can stop it at any time and"
            + " resume later.",
    sortOptions = false,
    footer = {
      "",
      "OUT mirrors the folders of the input. The run also writes manifest.csv and",
      "manifest.parquet, a row for each image, and recipe.json. Run the same command again to",
      "resume where it stopped: unchanged results are kept. The same input, recipe and",
      "version give the same bytes.",
      "",
      "Example:",
      "  penumbra run edges chest_xray -o edges",
      "  penumbra sql \"select split, label, avg(mean) from images group by all\" edges"
    })
public final class RunCommand implements Callable<Integer> {
  private static final double MEBI = 1 << 20;
  private static final double NANOSECONDS = 1e-9;

  private final Console console;
  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "RECIPE",
      completionCandidates = RecipeCommand.ReadyNames.class,
      description = "A recipe file, or the name of a ready-made one: 'penumbra recipe list'.")
  private Path recipeName = Path.of("");

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "IN",
      description = InputDescriptions.DESCRIPTION)
  private List<Path> inputs = List.of();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      required = true,
      description = "The folder for results, created if it is missing.")
  private Path output = Path.of("");

  @Mixin private LabelOptions labels;

  @Option(
      names = "--dry-run",
      description =
          "Only show how many images there are, and estimate the time, memory and disk" + " space.")
  private boolean dryRun;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "How many images are processed at once. Results do not depend on it. Default:"
              + " one for each CPU.")
  private @Nullable Integer threads;

  public RunCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Recipe recipe = ReadyRecipes.find(recipeName);
    Execution execution = ThreadsOption.execution(threads);
    Plan plan = Plan.of(inputs, recipe, output, labels.request());
    LabelNotes.tell(console, plan.masks(), plan.labels());
    var failures = new Failures(console, spec);
    Failures.leaveOut(console, plan.archives());
    Failures.skip(console, plan.skipped());
    failures.report(plan.unreadableFolders());
    failures.reportInputs(plan.unreadable());
    if (dryRun) {
      tell(Estimate.of(plan, recipe, execution), recipe);
      return failures.exitCode();
    }
    recipe.unknown().ifPresent(sentence -> console.note(FailureWords.onUnknown(sentence)));
    long start = System.nanoTime();
    RunSummary summary;
    try (Progress progress = console.progressWithRate(recipe.name(), plan.images().size())) {
      summary =
          new Run(recipe, plan, output, execution).run(new Listener(console, failures, progress));
    }
    tell(summary, (System.nanoTime() - start) * NANOSECONDS);
    return failures.exitCode();
  }

  /// Reports failures, and at the end the remarks on the results.
  private record Listener(Console console, Failures failures, Progress progress)
      implements RunListener {
    @Override
    public void settled(ImageRecord image, boolean kept) {
      image.failure().map(FailureWords::line).ifPresent(failures::report);
      progress.step();
      progress.extra(failures.count() == 0 ? "" : failures.count() + " failed");
    }

    @Override
    public void rounded(long results) {
      console.note(
          "penumbra: "
              + Numbers.count(results)
              + (results == 1 ? " result holds its" : " results hold their")
              + " values rounded to what fits the pixels; 'format: npy' keeps them");
    }

    @Override
    public void told(ValueRemark.Kind kind, String example, long results) {
      console.note(
          "penumbra: " + Numbers.count(results) + " of the results, for instance: " + example);
    }

    @Override
    public void noted(String note, long files) {
      console.note(
          "penumbra: " + Numbers.count(files) + (files == 1 ? " file: " : " files: ") + note);
    }

    @Override
    public void remarked(PolarityRemark remark, long results) {
      console.note(
          "penumbra: " + Numbers.count(results) + " of the results " + FailureWords.onMany(remark));
    }
  }

  private void tell(RunSummary summary, double seconds) {
    String rate =
        summary.done() == 0
            ? ""
            : String.format(Locale.ROOT, ", %.1f a second", summary.done() / seconds);
    console
        .out()
        .println(
            "%s done%s, %s kept, %s failed; see %s"
                .formatted(
                    Numbers.count(summary.done()),
                    rate,
                    Numbers.count(summary.kept()),
                    Numbers.count(summary.failed()),
                    output.resolve("manifest.csv")));
  }

  private void tell(Estimate about, Recipe recipe) {
    line("recipe", recipe.name() + ", fingerprint " + recipe.fingerprint());
    line("images", Numbers.count(about.images()) + ", " + mebibytes((double) about.inputBytes()));
    line("sampled", Numbers.count(about.sampled()));
    line("megapixels", String.format(Locale.ROOT, "about %,.0f", about.megapixels()));
    line("results", "about " + mebibytes(about.outputBytes()) + " on disk");
    line("memory", "about " + mebibytes(about.memoryBytes()) + " for images under way");
    line("time", "about " + duration(about.seconds()));
  }

  private void line(String label, String text) {
    console.out().println(label + " ".repeat(12 - label.length()) + text);
  }

  private static String mebibytes(double bytes) {
    return String.format(Locale.ROOT, "%,.0f MiB", Math.ceil(bytes / MEBI));
  }

  private static String duration(double seconds) {
    long whole = (long) Math.ceil(seconds);
    return whole < 120
        ? whole + " s"
        : whole < 7200
            ? Math.ceilDiv(whole, 60) + " min"
            : String.format(Locale.ROOT, "%.1f h", whole / 3600.0);
  }
}
