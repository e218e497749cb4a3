package penumbra.datasets.stats;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import penumbra.core.NdArray;
import penumbra.datasets.table.Column;
import penumbra.datasets.table.Table;
import penumbra.imaging.FileFacts;
import penumbra.io.dataset.DatasetImage;

/// The statistics of one image of a data set.
///
/// @param image the image
/// @param name its path below the set's folder, with `/`
/// @param height in pixels
/// @param width in pixels
/// @param type the type of its grey values
/// @param figures the measurements
public record StatisticsRow(
    DatasetImage image, String name, int height, int width, String type, ImageStatistics figures) {
  /// One row for each image, as other programs read it.
  static final Table<StatisticsRow> TABLE = table();

  static StatisticsRow of(
      DatasetImage image,
      Path root,
      DatasetPicture picture,
      NdArray levels,
      ImageStatistics figures) {
    return new StatisticsRow(
        image,
        nameOf(image, root),
        levels.length(0),
        levels.length(1),
        picture.image().pixels().type().label(),
        figures);
  }

  /// The path of an image below the folder that was listed, with `/`.
  public static String nameOf(DatasetImage image, Path root) {
    return root.relativize(image.file()).toString().replace('\\', '/');
  }

  /// The split as users write it: `train`, or `none`.
  public static String splitOf(DatasetImage image) {
    return image.split().name().toLowerCase(Locale.ROOT);
  }

  private static Table<StatisticsRow> table() {
    List<Column<StatisticsRow>> columns = new ArrayList<>();
    columns.add(Column.text("file", StatisticsRow::name));
    columns.add(Column.text("split", row -> splitOf(row.image())));
    columns.add(Column.text("label", row -> row.image().label().toString()));
    columns.add(Column.whole("height", StatisticsRow::height));
    columns.add(Column.whole("width", StatisticsRow::width));
    columns.add(Column.text("type", StatisticsRow::type));
    columns.addAll(measured());
    return new Table<>(columns);
  }

  private static List<Column<StatisticsRow>> measured() {
    List<Column<StatisticsRow>> columns = new ArrayList<>();
    columns.add(Column.whole("count", row -> row.figures().values().count()));
    columns.add(Column.whole("nan_count", row -> row.figures().values().nanCount()));
    for (Statistic statistic : Statistic.values()) {
      columns.add(Column.number(statistic.key(), row -> statistic.of(row.figures())));
    }
    for (int i = 0; i < FileFacts.PERCENT.size(); i++) {
      int at = i;
      ToDoubleFunction<StatisticsRow> value = row -> row.figures().percentiles().get(at);
      columns.add(Column.number("p" + FileFacts.PERCENT.get(i), value));
    }
    return columns;
  }
}
