package penumbra.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All that was measured.
///
/// @param plan what was to be measured
/// @param timings by cell
/// @param scipy the times of SciPy
/// @param machine where
/// @param picture on what
/// @param agreement how alike the results are
record MeasuredResults(
    MeasurementPlan plan,
    Map<Cell, Timing> timings,
    SciPy scipy,
    Machine machine,
    String picture,
    Agreement agreement) {
  MeasuredResults {
    timings = Map.copyOf(timings);
  }

  List<Row> rows() {
    return plan.rows();
  }

  /// On the picture of one megapixel; SciPy's is the same for any number of threads.
  Optional<Timing> timing(Row row, Contender contender, int threads) {
    return contender == Contender.SCIPY
        ? Optional.ofNullable(scipy.timings().get(row))
        : timing(new Cell(row, contender, threads));
  }

  Optional<Timing> timing(Cell cell) {
    return Optional.ofNullable(timings.get(cell));
  }

  /// How many times as fast `one` is as `other`, each on its number of threads.
  Optional<Timing.Ratio> speed(Row row, Contender one, int threads, Contender other) {
    return timing(row, one, threads)
        .flatMap(mine -> timing(row, other, threads).map(mine::speedOver));
  }
}
