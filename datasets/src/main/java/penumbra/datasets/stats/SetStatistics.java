package penumbra.datasets.stats;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import penumbra.catalogue.Numbers;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;
import penumbra.datasets.table.Column;
import penumbra.datasets.table.Table;
import penumbra.figure.DensityPanel;
import penumbra.figure.Figure;
import penumbra.figure.Spikes;
import penumbra.imaging.Folders;
import penumbra.imaging.Plots;
import penumbra.io.ImageFiles;
import penumbra.io.dataset.Dataset;
import penumbra.io.dataset.Label;
import penumbra.io.dataset.SkippedFiles;

/// The statistics of a data set: of each image, of each group, and the grey levels of each class.
///
/// ```
/// SetStatistics statistics = SetStatistics.of(folder, Execution.allCores(), Listener.SILENT);
/// statistics.write(Path.of("out"), Execution.allCores());
/// ```
///
/// @param rows the images that could be read, in the order of the set
/// @param groups the groups that occur among them
/// @param levels the counts of the 256 grey levels in each class
/// @param failures the files that could not be read
/// @param unreadableFolders the folders that could not be listed
/// @param skipped the files that are not listed as images
public record SetStatistics(
    List<StatisticsRow> rows,
    List<Group> groups,
    SortedMap<Label, long[]> levels,
    List<ImageSurvey.Failure> failures,
    List<Path> unreadableFolders,
    SkippedFiles skipped) {
  private static final double PANEL = 300;

  /// One row for each group and statistic.
  private static final Table<Line> GROUPS =
      Table.of(
          Column.text("split", line -> line.group().splitName()),
          Column.text("label", line -> line.group().labelName()),
          Column.text("type", line -> line.group().depth()),
          Column.whole("images", line -> line.group().rows().size()),
          Column.text("statistic", line -> line.statistic().key()),
          Column.number("min", line -> line.spread().min()),
          Column.number("mean", line -> line.spread().mean()),
          Column.number("median", line -> line.spread().median()),
          Column.number("max", line -> line.spread().max()),
          Column.number("standard_deviation", line -> line.spread().standardDeviation()));

  public SetStatistics {
    rows = List.copyOf(rows);
    groups = List.copyOf(groups);
    failures = List.copyOf(failures);
    unreadableFolders = List.copyOf(unreadableFolders);
  }

  private record Line(Group group, Statistic statistic) {
    Group.Spread spread() {
      return group.spread(statistic);
    }
  }

  /// Measures all images below `folder`, or in an archive, each in its own grey values.
  public static SetStatistics of(Path folder, Execution execution, ImageSurvey.Listener listener)
      throws IOException {
    return of(Dataset.list(folder), false, execution, listener);
  }

  /// Measures all images of a set.
  ///
  /// @param inEightBits whether all are measured on one scale, that of pictures of 8 bits, see
  ///   [DatasetPicture#levels]; otherwise groups keep values of different depths apart
  public static SetStatistics of(
      Dataset set, boolean inEightBits, Execution execution, ImageSurvey.Listener listener) {
    if (set.images().isEmpty()) {
      throw InvalidInputException.of(
          "the folder " + set.root(),
          "must hold images, " + ImageFiles.patterns(),
          "without one",
          "name the folder of a data set");
    }
    LevelCounts counts = new LevelCounts();
    ImageSurvey<StatisticsRow> survey =
        ImageSurvey.of(
            set,
            (image, alone) -> {
              DatasetPicture picture = DatasetPicture.read(image.file(), alone);
              NdArray levels = picture.levels(alone);
              NdArray measured = inEightBits ? levels : picture.measured();
              String depth =
                  inEightBits ? DType.UINT8.label() : StatisticsRow.depthOf(picture.image());
              ImageStatistics figures = ImageStatistics.of(measured, levels, alone);
              counts.add(image.label(), levels, alone);
              return StatisticsRow.of(image, set.root(), picture, levels, depth, figures);
            },
            execution,
            listener);
    return new SetStatistics(
        survey.found(),
        survey.found().isEmpty() ? List.of() : Group.of(survey.found()),
        counts.pools(),
        survey.failures(),
        set.unreadableFolders(),
        set.skipped());
  }

  /// Writes `images.csv`, `images.parquet`, `groups.csv`, `groups.parquet`, and the figure
  /// `histograms.png` and `.svg` into the folder, which is created if it is missing.
  public void write(Path folder, Execution execution) throws IOException {
    Folders.make(folder);
    StatisticsRow.TABLE.writeCsv(rows, folder.resolve("images.csv"));
    StatisticsRow.TABLE.writeParquet(rows, folder.resolve("images.parquet"));
    List<Line> lines = lines();
    GROUPS.writeCsv(lines, folder.resolve("groups.csv"));
    GROUPS.writeParquet(lines, folder.resolve("groups.parquet"));
    if (!levels.isEmpty()) {
      Plots.write(histograms(), folder.resolve("histograms.png"), execution);
      Plots.write(histograms(), folder.resolve("histograms.svg"), execution);
    }
  }

  private List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    for (Group group : groups) {
      for (Statistic statistic : Statistic.values()) {
        lines.add(new Line(group, statistic));
      }
    }
    return lines;
  }

  /// The histograms of the classes over all their pictures, on one scale.
  public Figure histograms() {
    List<DensityPanel> panels = new ArrayList<>();
    double top = 0;
    for (Map.Entry<Label, long[]> pool : levels.entrySet()) {
      double[] percent = percent(pool.getValue());
      top = Math.max(top, Spikes.top(Arrays.stream(percent).boxed().toList()));
      long images = rows.stream().filter(row -> row.image().label().equals(pool.getKey())).count();
      panels.add(
          DensityPanel.of(
                  pool.getKey()
                      + ": "
                      + Numbers.count(images)
                      + (images == 1 ? " image" : " images"),
                  0,
                  255,
                  percent)
              .withAxisLabels("grey level", "% of all pixels"));
    }
    double common = top;
    List<DensityPanel> scaled =
        panels.stream().map(panel -> panel.withTop(common).withCutNoted()).toList();
    int columns = Math.min(2, scaled.size());
    return Figure.grid(Math.ceilDiv(scaled.size(), columns), columns, scaled)
        .withTitle("Grey levels by class")
        .withPanelWidth(PANEL);
  }

  private static double[] percent(long[] counts) {
    double all = Arrays.stream(counts).sum();
    return Arrays.stream(counts).mapToDouble(count -> 100 * count / all).toArray();
  }
}
