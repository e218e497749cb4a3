package penumbra.core.engine.pointwise;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;
import penumbra.core.DType;
import penumbra.core.PointwiseFilter;
import penumbra.core.kernel.Kernels;
import penumbra.core.kernel.LineKernels;

/// Compares the elements with a value in their own type and without branches: each comparison gives
/// a mask of the element's size, all bits set where it is above the value.
public final class Thresholding implements PointwiseFilter.Step {
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final LineKernels kernels = Kernels.chosen();
  private final DType type;
  private final double value;
  private final boolean keeps;
  private final boolean byInts;
  private final int[] masks;
  private final int[] elements;
  private final byte[] marks;
  private final long[] words;

  /// Keeps elements of that type that are above `value`, or marks them by 255 in UINT8; all others
  /// become 0.
  public Thresholding(DType type, double value, boolean keeps) {
    this.type = type;
    this.value = value;
    this.keeps = keeps;
    this.byInts = OrderedInts.hold(type);
    this.masks = new int[byInts ? MOST : 0];
    this.elements = new int[byInts && keeps ? MOST : 0];
    this.marks = new byte[byInts && !keeps ? MOST : 0];
    this.words = new long[byInts ? 0 : MOST * type.bytes() / Long.BYTES];
  }

  /// Whether elements of that type can be compared so.
  public static boolean handles(DType type) {
    return OrderedInts.hold(type) || (type.isInteger() && type.bytes() <= Short.BYTES);
  }

  @Override
  public void apply(MemorySegment source, long from, MemorySegment target, long to, int n) {
    if (byInts) {
      compareInts(source, from, target, to, n);
    } else {
      compareWords(source, from, target, to, n);
    }
  }

  private void compareInts(MemorySegment source, long from, MemorySegment target, long to, int n) {
    OrderedInts.load(type, source, from, masks, n);
    maskInts(masks, n);
    if (keeps) {
      MemorySegment.copy(source, INT, from * Integer.BYTES, elements, 0, n);
      clear(elements, masks, n);
      MemorySegment.copy(elements, 0, target, INT, to * Integer.BYTES, n);
    } else {
      narrow(masks, marks, n);
      MemorySegment.copy(marks, 0, target, ValueLayout.JAVA_BYTE, to, n);
    }
  }

  private static void clear(int[] elements, int[] masks, int n) {
    for (int i = 0; i < n; i++) {
      elements[i] &= masks[i];
    }
  }

  private static void narrow(int[] masks, byte[] marks, int n) {
    for (int i = 0; i < n; i++) {
      marks[i] = (byte) masks[i];
    }
  }

  /// The numbers above the value follow one another in order; so the distance from the first of
  /// them, taken as unsigned, tells them from all others, NaN included.
  private void maskInts(int[] ordered, int n) {
    long firstAbove = firstAbove();
    long furthest = OrderedInts.most(type) - firstAbove;
    int possible = furthest >= 0 ? -1 : 0;
    // Unsigned numbers compare as signed ones once their highest bit is flipped.
    int limit = (int) furthest ^ Integer.MIN_VALUE;
    int shift = (int) firstAbove ^ Integer.MIN_VALUE;
    for (int i = 0; i < n; i++) {
      int beyond = Math.max(ordered[i] - shift, limit) - limit;
      ordered[i] = ~((beyond | -beyond) >> 31) & possible;
    }
  }

  /// The place in order of the smallest number above the value.
  private long firstAbove() {
    if (type.isInteger()) {
      return wholeBound() + 1 - (long) type.min() + Integer.MIN_VALUE;
    }
    float bound = (float) value;
    bound = bound > value ? Math.nextDown(bound) : bound;
    return OrderedInts.of(type, bound == 0 ? 0 : bound) + 1L; // not -0, which equals 0
  }

  /// The largest whole number that is not above the value; one below the type's smallest, if all
  /// are.
  private long wholeBound() {
    return (long) Math.clamp(Math.floor(value), type.min() - 1, type.max());
  }

  private void compareWords(MemorySegment source, long from, MemorySegment target, long to, int n) {
    int bytes = type.bytes();
    int count = EightByteWords.load(source, from * bytes, words, n * bytes);
    maskWords(words, count);
    if (keeps) {
      EightByteWords.store(words, target, to * bytes, n * bytes);
      return;
    }
    if (bytes == Short.BYTES) {
      halve(words, count);
    }
    EightByteWords.store(words, target, to, n);
  }

  private void maskWords(long[] words, int count) {
    long bound = wholeBound();
    if (bound >= type.min()) {
      int padded = LineKernels.padded(count);
      boolean isSigned = type.min() < 0;
      kernels.above(words, padded, type.bytes() * Byte.SIZE, isSigned, (int) bound, keeps);
    } else if (!keeps) {
      Arrays.fill(words, 0, count, -1);
    }
  }

  /// From masks of 16 bits to masks of 8.
  private static void halve(long[] words, int count) {
    for (int i = 0; i < count; i += 2) {
      long following = i + 1 < count ? halved(words[i + 1]) : 0;
      words[i / 2] = halved(words[i]) | following << 32;
    }
  }

  private static long halved(long masks) {
    long pairs = masks & 0x00FF00FF00FF00FFL;
    pairs = (pairs | pairs >>> 8) & 0x0000FFFF0000FFFFL;
    return (pairs | pairs >>> 16) & 0xFFFFFFFFL;
  }
}
