package penumbra.bench;

import java.util.Optional;
import penumbra.core.NdArray;
import penumbra.core.Precision;

/// The task of each cell.
final class Tasks {
  private Tasks() {}

  /// The task of `cell` on `input`; none if the contender has no such operation.
  static Optional<Task> of(Cell cell, NdArray input) {
    int threads = cell.threads();
    return switch (cell.contender()) {
      case FAST -> Optional.of(PenumbraTask.of(cell.row(), input, threads, Precision.FAST));
      case EXACT -> Optional.of(PenumbraTask.of(cell.row(), input, threads, Precision.EXACT));
      case OPENCV -> Optional.of(OpenCvTask.of(cell.row(), input, threads));
      case IMAGEJ -> ImageJTask.of(cell.row(), input, threads);
      case BOOFCV -> BoofCvTask.of(cell.row(), input, threads);
      case SCIPY -> Optional.empty(); // measured by its own script
    };
  }

  /// Whether the contender has the operation.
  static boolean has(Contender contender, Row row) {
    return switch (contender) {
      case FAST, EXACT, OPENCV -> true;
      case IMAGEJ -> ImageJTask.ROWS.contains(row);
      case BOOFCV -> BoofCvTask.ROWS.contains(row);
      case SCIPY -> SciPy.ROWS.contains(row);
    };
  }
}
