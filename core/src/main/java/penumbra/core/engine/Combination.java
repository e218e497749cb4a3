package penumbra.core.engine;

import penumbra.core.engine.stream.RowCombination;

/// How the terms of a [Correlation] become one result.
public enum Combination {
  /// The sum of the terms. Each is stored in the output type before they are added; integers wrap.
  SUM(RowCombination.SUM),

  /// `sqrt(sum of the terms' squares)`. The terms are stored in the output type, the rest is
  /// computed in double precision and stored once: no overflow on the way.
  MAGNITUDE(RowCombination.LENGTH),

  /// The same with SciPy's rounding, as in `generic_gradient_magnitude`: the squares and their sum
  /// are also stored in the output type, and integers wrap.
  ROOT_OF_STORED_SQUARES(RowCombination.ROOT_OF_STORED_SQUARES);

  private final RowCombination rows;

  Combination(RowCombination rows) {
    this.rows = rows;
  }

  RowCombination rows() {
    return rows;
  }
}
