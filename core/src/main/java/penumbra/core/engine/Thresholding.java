package penumbra.core.engine;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.NdArray;

/// Compares the elements with a value in their own type and without branches: each comparison gives
/// a mask of the element's size, all bits set where it is above the value.
public final class Thresholding {
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final int BLOCK = 4096;
  private static final int LEAST_BLOCKS = 32;

  private final NdArray input;
  private final double value;
  private final boolean keeps;
  private final MemorySegment target;

  private Thresholding(NdArray input, double value, boolean keeps, MemorySegment target) {
    this.input = input;
    this.value = value;
    this.keeps = keeps;
    this.target = target;
  }

  /// Whether elements of that type can be compared so.
  public static boolean handles(DType type) {
    return OrderedInts.hold(type) || (type.isInteger() && type.bytes() <= Short.BYTES);
  }

  /// The elements above `value` as they are, all others as 0.
  public static NdArray keep(NdArray input, double value, Execution execution) {
    return run(input, value, true, input.type(), execution);
  }

  /// 255 for the elements above `value`, 0 for all others; UINT8.
  public static NdArray mark(NdArray input, double value, Execution execution) {
    return run(input, value, false, DType.UINT8, execution);
  }

  private static NdArray run(
      NdArray input, double value, boolean keeps, DType type, Execution execution) {
    MemorySegment target = execution.allocate(type, input.size());
    Thresholding job = new Thresholding(input, value, keeps, target);
    int blocks = Math.toIntExact(Math.ceilDiv(input.size(), BLOCK));
    boolean byInts = OrderedInts.hold(input.type());
    execution.strips(
        blocks,
        LEAST_BLOCKS,
        (first, last) -> {
          if (byInts) {
            job.compareInts(first, last);
          } else {
            job.compareWords(first, last);
          }
        });
    return NdArray.of(type, target, input.shape());
  }

  private void compareInts(int first, int last) {
    int[] masks = new int[BLOCK];
    int[] elements = new int[keeps ? BLOCK : 0];
    byte[] marks = new byte[keeps ? 0 : BLOCK];
    for (int block = first; block < last; block++) {
      long from = (long) block * BLOCK;
      int n = (int) Math.min(BLOCK, input.size() - from);
      OrderedInts.load(input, from, masks, n);
      maskInts(masks, n);
      if (keeps) {
        MemorySegment.copy(input.segment(), INT, from * Integer.BYTES, elements, 0, n);
        for (int i = 0; i < n; i++) {
          elements[i] &= masks[i];
        }
        MemorySegment.copy(elements, 0, target, INT, from * Integer.BYTES, n);
      } else {
        for (int i = 0; i < n; i++) {
          marks[i] = (byte) masks[i];
        }
        MemorySegment.copy(marks, 0, target, ValueLayout.JAVA_BYTE, from, n);
      }
    }
  }

  /// The numbers above the value follow one another in order; so the distance from the first of
  /// them, taken as unsigned, tells them from all others, NaN included.
  private void maskInts(int[] ordered, int n) {
    DType type = input.type();
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
    DType type = input.type();
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
    DType type = input.type();
    return (long) Math.clamp(Math.floor(value), type.min() - 1, type.max());
  }

  private void compareWords(int first, int last) {
    int bytes = input.type().bytes();
    long[] words = new long[BLOCK * bytes / Long.BYTES];
    for (int block = first; block < last; block++) {
      long from = (long) block * BLOCK;
      int n = (int) Math.min(BLOCK, input.size() - from);
      int count = Words.load(input.segment(), from * bytes, words, n * bytes);
      maskWords(words, count);
      if (keeps) {
        Words.store(words, target, from * bytes, n * bytes);
      } else {
        if (bytes == Short.BYTES) {
          halve(words, count);
        }
        Words.store(words, target, from, n);
      }
    }
  }

  /// Elements of 8 and 16 bits are compared by the word, eight or four at a time: one is above the
  /// bound if adding what that lacks to a carry gives a carry (after Warren, "Hacker's Delight",
  /// section 2-18, where no carry leaves its element).
  private void maskWords(long[] words, int count) {
    DType type = input.type();
    int bits = type.bytes() * Byte.SIZE;
    long ones = bits == Byte.SIZE ? 0x0101010101010101L : 0x0001000100010001L;
    long high = ones << (bits - 1);
    long low = ~high;
    long flip = type.min() < 0 ? high : 0;
    long belowFirst = wholeBound() + 1 - (long) type.min();
    long lack = belowFirst == 0 ? 0 : ((1L << bits) - belowFirst) * ones;
    long all = belowFirst == 0 ? high : 0;
    long keep = keeps ? 0 : -1;
    for (int i = 0; i < count; i++) {
      long word = words[i] ^ flip;
      long carryIn = (word & low) + (lack & low);
      long carry = (word & lack) | ((word | lack) & carryIn);
      long above = (carry & high) | all;
      long mask = (above << 1) - (above >>> (bits - 1));
      words[i] = (words[i] | keep) & mask;
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
