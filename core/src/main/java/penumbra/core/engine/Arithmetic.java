package penumbra.core.engine;

import java.util.List;
import penumbra.core.Boundary;
import penumbra.core.DType;
import penumbra.core.Precision;

/// In which precision a filter is computed, and in which type its result is stored.
///
/// Single precision serves [Precision#FAST]; and exact results too where it makes no rounding
/// errors: whole numbers of up to 16 bits under whole weights, as long as no sum exceeds 2^24. So
/// Sobel's and Prewitt's operators run at full speed on the pictures that most detectors give.
///
/// @param isSingle whether lines are `float[]`
/// @param isFast whether rounding errors of single precision are allowed
/// @param mayReorder whether passes may change places: where they round, they must not; with a
///   constant other than 0 beyond the edges, the order counts there; and where numbers below 0 come
///   in, it decides about the sign of zeros
/// @param fitsInt whether every result lies within the range of int before it is stored
/// @param type the type of the result
record Arithmetic(
    boolean isSingle, boolean isFast, boolean mayReorder, boolean fitsInt, DType type) {
  private static final double WHOLE_LIMIT = 0x1p24;

  static Arithmetic of(
      DType input,
      List<List<Pass>> branches,
      Combination combination,
      Boundary boundary,
      DType type,
      Precision precision) {
    boolean fast = precision == Precision.FAST && (type == DType.FLOAT32 || isShort(type));
    boolean single =
        fast
            || (type == DType.FLOAT32
                && isShort(input)
                && isExactInSingle(input, branches, combination, boundary));
    boolean mayReorder = single && boundary.outside() == 0 && (fast || input.min() == 0);
    return new Arithmetic(single, fast, mayReorder, fitsInt(input, branches, boundary), type);
  }

  private static boolean isShort(DType type) {
    return type.isInteger() && type.bytes() <= 2;
  }

  private static boolean fitsInt(DType input, List<List<Pass>> branches, Boundary boundary) {
    double largest = Math.max(Math.max(-input.min(), input.max()), Math.abs(boundary.outside()));
    double gain = 1;
    for (List<Pass> passes : branches) {
      double product = 1;
      for (Pass pass : passes) {
        product *= Math.max(1, pass.kernel().gain());
      }
      gain = Math.max(gain, product);
    }
    return input.isInteger() && largest * gain < Integer.MAX_VALUE;
  }

  private static boolean isExactInSingle(
      DType input, List<List<Pass>> branches, Combination combination, Boundary boundary) {
    double outside = boundary.outside();
    double largest = Math.max(Math.max(-input.min(), input.max()), Math.abs(outside));
    boolean whole = outside == Math.rint(outside);
    double sum = 0;
    for (List<Pass> passes : branches) {
      double bound = largest;
      for (Pass pass : passes) {
        whole &= pass.kernel().isWhole();
        bound *= pass.kernel().gain();
      }
      sum += combination == Combination.SUM ? bound : bound * bound;
    }
    return whole && sum <= WHOLE_LIMIT;
  }

  /// The arithmetic of passes whose results are not yet the filter's own.
  Arithmetic between() {
    return isFast ? new Arithmetic(true, true, mayReorder, fitsInt, DType.FLOAT32) : this;
  }

  /// The passes in the order that serves best: down the columns first, so that branches share the
  /// rows they read.
  PlanePasses ordered(PlanePasses passes) {
    return mayReorder ? passes.downFirst() : passes;
  }
}
