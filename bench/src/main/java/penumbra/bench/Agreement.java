package penumbra.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import penumbra.core.NdArray;

/// Checks that all contenders compute the same.
///
/// FAST and OpenCV must be within the row's tolerance over the whole picture. ImageJ and BoofCV
/// have other borders and shorter kernels: they must be within one grey level, away from the
/// borders.
///
/// @param differences from Penumbra's EXACT, by row and contender
record Agreement(Map<Row, Map<Contender, Difference>> differences) {
  private static final int MARGIN = 48;
  private static final double NEAR = 1;

  /// @param largest of those within the tolerance
  /// @param share of the values that are further off, as the row allows
  record Difference(double largest, double share) {
    /// For the page: `equal`, `2e-05` or `0.8 % of pixels`.
    @Override
    public String toString() {
      if (share > 0) {
        return String.format(Locale.ROOT, "%.1f %% of pixels", 100 * share);
      }
      return largest == 0 ? "equal" : String.format(Locale.ROOT, "%.0e", largest);
    }
  }

  /// Compares all contenders on the rows of the plan; fails if one computes something else.
  static Agreement check(MeasurementPlan plan, Path picture) throws IOException {
    Map<Row, Map<Contender, Difference>> differences = new EnumMap<>(Row.class);
    int threads = plan.settings().mostThreads();
    for (Row row : plan.rows()) {
      NdArray input = BenchPicture.read(picture, row.input(), Cell.SIDE);
      double[] exact = result(new Cell(row, Contender.EXACT, threads), input);
      Map<Contender, Difference> ofRow = new EnumMap<>(Contender.class);
      for (Contender contender : Contender.values()) {
        if (contender != Contender.EXACT
            && contender != Contender.SCIPY
            && Tasks.has(contender, row)) {
          double[] values = result(new Cell(row, contender, threads), input);
          ofRow.put(contender, difference(row, contender, exact, values));
        }
      }
      differences.put(row, ofRow);
    }
    return new Agreement(differences);
  }

  private static double[] result(Cell cell, NdArray input) {
    Task task = Tasks.of(cell, input).orElseThrow();
    task.run();
    task.run(); // a result must not depend on what the last run left behind
    return task.result();
  }

  /// The difference of `values` from the exact ones; fails if it is too large for the row.
  static Difference difference(Row row, Contender contender, double[] exact, double[] values) {
    if (values.length != exact.length) {
      throw new IllegalStateException(
          row.id()
              + ": "
              + contender.label()
              + " must give "
              + exact.length
              + " values, but gives "
              + values.length
              + "; compare the parameters");
    }
    boolean strict = contender == Contender.FAST || contender == Contender.OPENCV;
    double tolerance = strict ? row.tolerance() : Math.max(NEAR, row.tolerance());
    boolean picture = exact.length == Cell.SIDE * Cell.SIDE;
    double largest = 0;
    long off = 0;
    for (int i = 0; i < exact.length; i++) {
      double difference = Math.abs(values[i] - exact[i]);
      if (strict || !picture || inside(i)) {
        if (difference <= tolerance) {
          largest = Math.max(largest, difference);
        } else {
          off++; // NaN too
        }
      }
    }
    if (off > row.exempt() * exact.length) {
      throw new IllegalStateException(
          row.id()
              + ": "
              + contender.label()
              + " must be within "
              + tolerance
              + " of Penumbra's EXACT, but is further off at "
              + off
              + " of "
              + exact.length
              + " values; compare the parameters");
    }
    return new Difference(largest, (double) off / exact.length);
  }

  private static boolean inside(int i) {
    int y = i / Cell.SIDE;
    int x = i % Cell.SIDE;
    return Math.min(Math.min(y, Cell.SIDE - 1 - y), Math.min(x, Cell.SIDE - 1 - x)) >= MARGIN;
  }
}
