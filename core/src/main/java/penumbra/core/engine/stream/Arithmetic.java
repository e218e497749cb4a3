package penumbra.core.engine.stream;

import java.util.List;
import penumbra.core.Boundary;
import penumbra.core.DType;
import penumbra.core.Precision;

/// The precision in which a filter is computed, and the type in which its result is stored.
///
/// [Precision#FAST] uses single precision. Exact results also use it if it makes no rounding
/// errors: for integers of up to 16 bits with integer weights, as long as no sum exceeds 2^24. So
/// Sobel and Prewitt run at full speed on the images of most detectors.
///
/// @param isSingle whether lines are `float[]`
/// @param isFast whether rounding errors of single precision are allowed
/// @param mayReorder whether the order of passes may change. It must not if exact passes round, or
///   if a constant other than 0 lies beyond the edges. With negative numbers, the order changes the
///   sign of zeros
/// @param fitsInt whether every result is within the range of int before it is stored
/// @param type the type of the result
public record Arithmetic(
    boolean isSingle, boolean isFast, boolean mayReorder, boolean fitsInt, DType type) {
  private static final double WHOLE_LIMIT = 0x1p24;

  /// The arithmetic that these passes need on elements of type `input`.
  public static Arithmetic of(
      DType input,
      List<List<KernelPass>> branches,
      RowCombination combination,
      List<Boundary> boundaries,
      DType type,
      Precision precision) {
    boolean fast = precision == Precision.FAST && (type == DType.FLOAT32 || isShort(type));
    boolean single =
        fast
            || (type == DType.FLOAT32
                && isShort(input)
                && isExactInSingle(input, branches, combination, boundaries));
    boolean nothingOutside = boundaries.stream().allMatch(boundary -> boundary.outside() == 0);
    boolean mayReorder = single && nothingOutside && (fast || input.min() == 0);
    return new Arithmetic(single, fast, mayReorder, fitsInt(input, branches, boundaries), type);
  }

  private static boolean isShort(DType type) {
    return type.isInteger() && type.bytes() <= 2;
  }

  private static boolean fitsInt(
      DType input, List<List<KernelPass>> branches, List<Boundary> boundaries) {
    double largest = largest(input, boundaries);
    double gain = 1;
    for (List<KernelPass> passes : branches) {
      double product = 1;
      for (KernelPass pass : passes) {
        product *= Math.max(1, pass.kernel().gain());
      }
      gain = Math.max(gain, product);
    }
    return input.isInteger() && largest * gain < Integer.MAX_VALUE;
  }

  private static boolean isExactInSingle(
      DType input,
      List<List<KernelPass>> branches,
      RowCombination combination,
      List<Boundary> boundaries) {
    double largest = largest(input, boundaries);
    boolean whole =
        boundaries.stream()
            .allMatch(boundary -> boundary.outside() == Math.rint(boundary.outside()));
    double sum = 0;
    for (List<KernelPass> passes : branches) {
      double bound = largest;
      double widest = largest;
      for (KernelPass pass : passes) {
        whole &= pass.kernel().isWhole();
        bound *= pass.kernel().gain();
        widest = Math.max(widest, bound);
      }
      sum += combination == RowCombination.SUM ? widest : widest * widest;
    }
    return whole && sum <= WHOLE_LIMIT;
  }

  /// The largest magnitude that a filter can read; NaN if a constant beyond the edges is NaN.
  private static double largest(DType input, List<Boundary> boundaries) {
    double largest = Math.max(-input.min(), input.max());
    for (Boundary boundary : boundaries) {
      largest = Math.max(largest, Math.abs(boundary.outside()));
    }
    return largest;
  }

  /// The arithmetic of passes with intermediate results.
  Arithmetic between() {
    return isFast ? new Arithmetic(true, true, mayReorder, fitsInt, DType.FLOAT32) : this;
  }

  /// The passes in the best order: down the columns first, so that branches share the rows they
  /// read.
  public PlanePasses ordered(PlanePasses passes) {
    return mayReorder ? passes.downFirst() : passes;
  }
}
