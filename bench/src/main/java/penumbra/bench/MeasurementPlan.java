package penumbra.bench;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import penumbra.core.InvalidInputException;

/// The measurements. Those that are compared run one after the other, so that a machine that is
/// slow for a minute is slow for all of them.
///
/// @param rows the operations
/// @param settings how widely
record MeasurementPlan(List<Row> rows, Settings settings) {
  /// Those whose time per pixel is measured over sizes.
  static final Set<Row> SIZED = EnumSet.of(Row.GAUSSIAN_1_F32, Row.LAPLACE_1_F32);

  MeasurementPlan {
    rows = List.copyOf(rows);
  }

  /// The rows whose names match a regular expression.
  static MeasurementPlan of(Settings settings, String expression) {
    Pattern pattern = Pattern.compile(expression);
    List<Row> rows =
        EnumSet.allOf(Row.class).stream()
            .filter(row -> pattern.matcher(row.id()).matches())
            .toList();
    InvalidInputException.require(
        !rows.isEmpty(),
        "measure.rows",
        "must match the name of a row",
        "'" + expression + "'",
        "'gaussian.*' matches some");
    return new MeasurementPlan(rows, settings);
  }

  /// The cells of one row on the picture of one megapixel.
  List<Cell> cells(Row row) {
    List<Cell> cells = new ArrayList<>();
    for (Contender contender : Contender.values()) {
      if (contender != Contender.SCIPY && Tasks.has(contender, row)) {
        for (int threads : settings.threads()) {
          if (contender.threadsAreChosen() || threads == settings.mostThreads()) {
            cells.add(new Cell(row, contender, threads));
          }
        }
      }
    }
    return cells;
  }

  /// The further cells of one row on pictures of that side.
  List<Cell> cells(Row row, int side) {
    List<Cell> cells = new ArrayList<>();
    if (SIZED.contains(row) && side != Cell.SIDE) {
      for (int threads : settings.threads()) {
        cells.add(new Cell(row, Contender.FAST, threads, side));
        cells.add(new Cell(row, Contender.EXACT, threads, side));
      }
    }
    return cells;
  }
}
