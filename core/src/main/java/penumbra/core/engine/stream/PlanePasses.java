package penumbra.core.engine.stream;

import org.jspecify.annotations.Nullable;

/// The passes that run while rows are streamed: one down the columns, one along the rows, or none.
///
/// @param down the kernel down the columns
/// @param along the kernel along the rows
/// @param alongFirst whether the pass along the rows comes before the one down the columns
public record PlanePasses(
    @Nullable LineKernel down, @Nullable LineKernel along, boolean alongFirst) {
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

  /// The same with the pass down the columns first.
  PlanePasses downFirst() {
    return new PlanePasses(down, along, down == null);
  }

  /// The kernel along the rows, if its pass has to come before another one.
  public @Nullable LineKernel alongBeforeDown() {
    return alongFirst && down != null ? along : null;
  }

  /// The number of rows that the kernel down the columns needs at once.
  public int height() {
    return down == null ? 1 : down.length();
  }

  /// The number of rows that it needs above its place.
  int above() {
    return down == null ? 0 : down.before();
  }

  /// The number of rows that it needs below its place.
  int below() {
    return down == null ? 0 : down.after();
  }

  /// The number of columns that the kernel along the rows needs before its place.
  int before() {
    return along == null ? 0 : along.before();
  }

  /// The number of columns that it needs after its place.
  int after() {
    return along == null ? 0 : along.after();
  }
}
