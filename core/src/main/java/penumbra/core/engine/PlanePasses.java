package penumbra.core.engine;

import org.jspecify.annotations.Nullable;

/// The passes that are done while rows stream by: one down the columns, one along the rows, or
/// none.
///
/// @param down the kernel down the columns
/// @param along the kernel along the rows
/// @param alongFirst whether the pass along the rows comes before the one down the columns
record PlanePasses(@Nullable LineKernel down, @Nullable LineKernel along, boolean alongFirst) {
  static final PlanePasses NONE = new PlanePasses(null, null, false);

  static PlanePasses downOnly(LineKernel kernel) {
    return new PlanePasses(kernel, null, false);
  }

  static PlanePasses alongOnly(LineKernel kernel) {
    return new PlanePasses(null, kernel, true);
  }

  /// These passes and one more after them; null if that cannot be streamed.
  @Nullable PlanePasses then(LineKernel kernel, boolean isAlong) {
    if (isAlong) {
      return along == null ? new PlanePasses(down, kernel, down == null) : null;
    }
    return down == null ? new PlanePasses(kernel, along, along != null) : null;
  }

  boolean isSlicedByColumns() {
    return along == null;
  }

  int reach() {
    return down == null ? 0 : down.length();
  }
}
