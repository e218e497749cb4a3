package penumbra.core.engine.pointwise;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import penumbra.core.PointwiseFilter;

/// Multiplies FLOAT32 elements in their own type, which rounds each product once: the bits of a
/// product in double precision, which is exact, stored as FLOAT32.
public final class FloatScaling implements PointwiseFilter.Step {
  private static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final float factor;
  private final float[] block = new float[MOST];

  /// By that factor.
  public FloatScaling(float factor) {
    this.factor = factor;
  }

  @Override
  public void apply(MemorySegment source, long from, MemorySegment target, long to, int n) {
    MemorySegment.copy(source, FLOAT, from * Float.BYTES, block, 0, n);
    multiply(block, factor, n);
    MemorySegment.copy(block, 0, target, FLOAT, to * Float.BYTES, n);
  }

  private static void multiply(float[] line, float factor, int n) {
    for (int i = 0; i < n; i++) {
      line[i] *= factor;
    }
  }
}
