package penumbra.dicom.codec.ebcot;

import java.util.Arrays;
import java.util.List;
import penumbra.dicom.DicomException;

/// Decodes the coding passes of code-blocks, T.800 annex D.
///
/// Coefficients come out doubled: their lowest bit is a half, which stands for the middle of what
/// the bits not coded could hold.
public final class BlockDecoder {
  /// The switch by which later passes bypass the arithmetic coder.
  public static final int BYPASS = 1;

  /// The switch by which each pass is a segment.
  public static final int TERMINATE_EACH = 4;

  /// The switch by which no stripe looks at the one below.
  public static final int CAUSAL = 8;

  /// The passes of the first four bit-planes, which are never bypassed.
  public static final int PASSES_BEFORE_BYPASS = 10;

  private static final int RESET = 2;
  private static final int SEGMENTATION_SYMBOLS = 32;
  private static final int STRIPE = 4;
  private static final int MAX_PLANES = 30;

  private final MqDecoder mq = new MqDecoder();
  private byte[] bytes = new byte[1024];
  private int[] values = new int[4096];
  private int[] flags = new int[66 * 66];
  private byte[] zeroContexts = new byte[0];
  private int width;
  private int height;
  private int stride;
  private boolean causal;
  private boolean raw;

  /// What the sub-band and the packets say of a code-block.
  ///
  /// @param width its columns
  /// @param height its rows
  /// @param orientation of its sub-band; bit 0: high frequencies across, bit 1: down
  /// @param planes its bit-planes
  /// @param switches those of the coding passes, T.800 table A.19
  public record Shape(int width, int height, int orientation, int planes, int switches) {}

  /// The doubled coefficients, row by row; the array is used again for the next block.
  public int[] decode(Shape shape, List<? extends CodedSegment> segments) throws DicomException {
    width = shape.width;
    height = shape.height;
    int switches = shape.switches;
    stride = width + 2;
    values = cleared(values, width * height);
    flags = cleared(flags, stride * (height + 2));
    zeroContexts = Contexts.ofZero(shape.orientation);
    causal = (switches & CAUSAL) != 0;
    int plane = shape.planes;
    int total = segments.stream().mapToInt(CodedSegment::passes).sum();
    if (plane > MAX_PLANES || total > Math.max(0, 3 * plane - 2)) {
      throw BlockErrors.of("has a code-block of " + total + " passes for " + plane + " bit-planes");
    }
    mq.resetContexts();
    int firstRaw = plane - 4;
    int kind = 2;
    for (CodedSegment segment : segments) {
      raw = (switches & BYPASS) != 0 && plane <= firstRaw && kind < 2;
      start(segment);
      for (int i = 0; i < segment.passes(); i++) {
        pass(kind, plane, switches);
        kind++;
        if (kind == 3) {
          kind = 0;
          plane--;
        }
      }
    }
    return values;
  }

  private static int[] cleared(int[] array, int length) {
    if (array.length < length) {
      return new int[length];
    }
    Arrays.fill(array, 0, length, 0);
    return array;
  }

  private void start(CodedSegment segment) {
    if (bytes.length < segment.length()) {
      bytes = new byte[Math.max(segment.length(), 2 * bytes.length)];
    }
    segment.copyTo(bytes, 0);
    if (raw) {
      mq.startRaw(bytes, segment.length());
    } else {
      mq.start(bytes, segment.length());
    }
  }

  private void pass(int kind, int plane, int switches) {
    int value = 3 << (plane - 1);
    switch (kind) {
      case 0 -> propagate(value);
      case 1 -> refine(1 << plane);
      default -> {
        cleanUp(value);
        if ((switches & SEGMENTATION_SYMBOLS) != 0) {
          for (int i = 0; i < 4; i++) {
            mq.next(MqDecoder.UNIFORM);
          }
        }
      }
    }
    if ((switches & RESET) != 0) {
      mq.resetContexts();
    }
  }

  /// The pass over coefficients that have a significant neighbour.
  private void propagate(int value) {
    for (int top = 0; top < height; top += STRIPE) {
      int bottom = Math.min(top + STRIPE, height);
      for (int x = 0; x < width; x++) {
        for (int y = top; y < bottom; y++) {
          int at = (y + 1) * stride + x + 1;
          int known = known(at, y == top + STRIPE - 1);
          boolean candidate =
              (known & Contexts.NEIGHBOURS) != 0
                  && (known & (Contexts.SIGNIFICANT | Contexts.VISITED)) == 0;
          if (candidate) {
            int found = raw ? mq.nextRaw() : mq.next(zeroContexts[known & Contexts.NEIGHBOURS]);
            if (found == 1) {
              becomeSignificant(x, y, at, known, value);
            }
            flags[at] |= Contexts.VISITED;
          }
        }
      }
    }
  }

  /// The pass over coefficients that were significant before this bit-plane.
  private void refine(int one) {
    for (int top = 0; top < height; top += STRIPE) {
      int bottom = Math.min(top + STRIPE, height);
      for (int x = 0; x < width; x++) {
        for (int y = top; y < bottom; y++) {
          int at = (y + 1) * stride + x + 1;
          int known = known(at, y == top + STRIPE - 1);
          if ((known & (Contexts.SIGNIFICANT | Contexts.VISITED)) == Contexts.SIGNIFICANT) {
            int bit = raw ? mq.nextRaw() : mq.next(Contexts.ofMagnitude(known));
            int index = y * width + x;
            int change = bit == 1 ? one >> 1 : -(one >> 1);
            values[index] += values[index] < 0 ? -change : change;
            flags[at] |= Contexts.REFINED;
          }
        }
      }
    }
  }

  /// The pass over all others.
  private void cleanUp(int value) {
    for (int top = 0; top < height; top += STRIPE) {
      int bottom = Math.min(top + STRIPE, height);
      for (int x = 0; x < width; x++) {
        int first = top;
        boolean found = false;
        if (bottom - top == STRIPE && nothingKnown(x, top)) {
          if (mq.next(MqDecoder.RUN_LENGTH) == 0) {
            continue;
          }
          first = top + (mq.next(MqDecoder.UNIFORM) << 1);
          first += mq.next(MqDecoder.UNIFORM);
          found = true;
        }
        for (int y = first; y < bottom; y++) {
          int at = (y + 1) * stride + x + 1;
          int known = known(at, y == top + STRIPE - 1);
          if ((known & (Contexts.SIGNIFICANT | Contexts.VISITED)) == 0) {
            if (found || mq.next(zeroContexts[known & Contexts.NEIGHBOURS]) == 1) {
              becomeSignificant(x, y, at, known, value);
            }
          }
          found = false;
          flags[at] &= ~Contexts.VISITED;
        }
      }
    }
  }

  private boolean nothingKnown(int x, int top) {
    int any = 0;
    for (int y = top; y < top + STRIPE; y++) {
      any |= known((y + 1) * stride + x + 1, y == top + STRIPE - 1);
    }
    return (any & (Contexts.SIGNIFICANT | Contexts.VISITED | Contexts.NEIGHBOURS)) == 0;
  }

  /// The flags of a coefficient; in the last row of a stripe, without the row below if the context
  /// must not use it.
  private int known(int at, boolean lastOfStripe) {
    return causal && lastOfStripe ? flags[at] & ~Contexts.BELOW : flags[at];
  }

  private void becomeSignificant(int x, int y, int at, int known, int value) {
    int negative;
    if (raw) {
      negative = mq.nextRaw();
    } else {
      int context = Contexts.ofSign(known);
      negative = mq.next(context >> 1) ^ (context & 1);
    }
    values[y * width + x] = negative == 1 ? -value : value;
    int north = at - stride;
    int south = at + stride;
    flags[at] |= Contexts.SIGNIFICANT;
    flags[north - 1] |= Contexts.SOUTH_EAST;
    flags[north + 1] |= Contexts.SOUTH_WEST;
    flags[south - 1] |= Contexts.NORTH_EAST;
    flags[south + 1] |= Contexts.NORTH_WEST;
    flags[north] |= Contexts.SOUTH | (negative == 1 ? Contexts.SOUTH_NEGATIVE : 0);
    flags[south] |= Contexts.NORTH | (negative == 1 ? Contexts.NORTH_NEGATIVE : 0);
    flags[at - 1] |= Contexts.EAST | (negative == 1 ? Contexts.EAST_NEGATIVE : 0);
    flags[at + 1] |= Contexts.WEST | (negative == 1 ? Contexts.WEST_NEGATIVE : 0);
  }
}
