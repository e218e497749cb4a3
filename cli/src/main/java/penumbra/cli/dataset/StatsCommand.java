package penumbra.cli.dataset;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import penumbra.catalogue.Numbers;
import penumbra.cli.console.Console;
import penumbra.cli.console.Progress;
import penumbra.cli.failure.Failures;
import penumbra.cli.option.LabelOptions;
import penumbra.cli.option.ThreadsOption;
import penumbra.core.Execution;
import penumbra.datasets.stats.Group;
import penumbra.datasets.stats.SetStatistics;
import penumbra.datasets.stats.Statistic;
import penumbra.imaging.Folders;
import penumbra.io.dataset.Dataset;
import penumbra.io.dataset.LabelUse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `penumbra stats DIR`: the statistics of a data set.
@Command(
    name = "stats",
    description = "Compute statistics of every image, class and split of a data set.",
    sortOptions = false,
    footer = {
      "",
      "Prints, for each group, the averages of its images' mean, median, deviation, entropy",
      "(bits) and sharpness (variance of the Laplacian of the picture in 8 bits). With -o, writes",
      "images and groups as CSV and Parquet, with minima, maxima and percentiles too, and the",
      "grey levels of each class as histograms.png and .svg. Images whose values have other types or",
      "bits make groups of their own; --eight-bits brings all to one scale.",
      "",
      "Example:",
      "  penumbra stats chest_xray -o statistics"
    })
public final class StatsCommand implements Callable<Integer> {
  private static final List<Statistic> SHOWN =
      List.of(
          Statistic.MEAN,
          Statistic.MEDIAN,
          Statistic.STANDARD_DEVIATION,
          Statistic.ENTROPY,
          Statistic.SHARPNESS);

  private final Console console;
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "DIR",
      description = "The folder of the data set, or an archive (*.zip, *.tar, *.tar.gz).")
  private Path folder = Path.of("");

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      description = "The folder for tables and figures; created if it is missing.")
  private @Nullable Path output;

  @Mixin private LabelOptions labels;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "How many images are measured at a time. Results do not depend on it. Default:"
              + " one for each CPU.")
  private @Nullable Integer threads;

  @Option(
      names = "--eight-bits",
      description =
          "Measure every image as a picture of 8 bits, black 0 and white 255, so that images of"
              + " different depths have common averages.")
  private boolean eightBits;

  public StatsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Execution execution = ThreadsOption.execution(threads);
    if (output != null) {
      Folders.requireOutside(folder, output);
    }
    Dataset set = Dataset.list(folder, labels.request());
    LabelUse.requireSome(labels.request(), set.labels());
    SetStatistics statistics;
    try (Progress progress = console.progress("Measuring", 1)) {
      statistics =
          SetStatistics.of(
              set, eightBits, execution, (done, all) -> progress.reach("images", done, all));
    }
    LabelNotes.tell(console, set.masks().size(), set.labels());
    var failures = new Failures(console, spec);
    Failures.skip(console, statistics.skipped());
    statistics
        .failures()
        .forEach(failure -> failures.report(failure.image().file(), failure.error()));
    statistics
        .unreadableFolders()
        .forEach(path -> failures.report(path, new AccessDeniedException(path.toString())));
    if (output != null) {
      statistics.write(output, execution);
    }
    tell(statistics);
    if (output != null) {
      console.out().println("Wrote " + output);
    }
    return failures.exitCode();
  }

  private void tell(SetStatistics statistics) {
    List<List<String>> rows = new ArrayList<>();
    boolean several = statistics.groups().stream().map(Group::depth).distinct().count() > 1;
    List<String> head = new ArrayList<>(List.of("split", "class"));
    if (several) {
      head.add("type");
    }
    int words = head.size();
    head.addAll(List.of("images", "mean", "median", "deviation", "entropy", "sharpness"));
    rows.add(head);
    for (Group group : statistics.groups()) {
      List<String> row = new ArrayList<>();
      row.add(group.splitName());
      row.add(group.labelName());
      if (several) {
        row.add(group.depth());
      }
      row.add(Numbers.count(group.rows().size()));
      for (Statistic statistic : SHOWN) {
        row.add(String.format(java.util.Locale.ROOT, "%.2f", group.spread(statistic).mean()));
      }
      rows.add(row);
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        int at = column;
        int width = rows.stream().mapToInt(one -> one.get(at).length()).max().orElse(0);
        String padding = " ".repeat(width - row.get(column).length());
        line.append(column == 0 ? "" : "  ");
        line.append(column < words ? row.get(column) + padding : padding + row.get(column));
      }
      console.out().println(line.toString().stripTrailing());
    }
    if (several) {
      console.note(
          "penumbra: values of different types and bits are not averaged; --eight-bits measures all"
              + " images on one scale");
    }
    tellInfinite(statistics);
  }

  private void tellInfinite(SetStatistics statistics) {
    long images =
        statistics.rows().stream()
            .map(row -> row.figures().values())
            .filter(values -> values.infiniteCount() + values.nanCount() > 0)
            .count();
    if (images > 0) {
      console.note(
          "penumbra: "
              + Numbers.count(images)
              + (images == 1 ? " image has" : " images have")
              + " values that are not finite (infinite, or no numbers); all figures leave them out");
    }
  }
}
