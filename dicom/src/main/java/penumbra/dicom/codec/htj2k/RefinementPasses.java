package penumbra.dicom.codec.htj2k;

import java.util.Arrays;

/// The two passes that bring one bit-plane below the cleanup pass: significance propagation
/// (SigProp, T.814 clause 7.4) and magnitude refinement (MagRef, clause 7.5). They share one
/// stretch of bytes; the one is read from its front, the other from its back.
final class RefinementPasses {
  private static final int STRIPE = 4;
  private static final int GROUP = 4;
  private static final byte BY_CLEANUP = 1;
  private static final byte BY_PROPAGATION = 2;

  private final ForwardBits propagation = new ForwardBits(0);
  private final BackwardBits refinement = new BackwardBits();

  /// How each sample became significant, with a margin of one around the block.
  private byte[] states = new byte[66 * 66];

  private int[] values = new int[0];
  private int width;
  private int height;
  private int stride;
  private boolean causal;

  /// Refines doubled coefficients.
  ///
  /// @param target what the cleanup pass has found, row by row
  /// @param bytes from `from` to `to` exclusive the passes
  /// @param passes 1 without magnitude refinement, 2 with it
  /// @param plane the bit-plane of the cleanup pass, at least 1
  /// @param causal whether the last row of a stripe does not look at the stripe below
  void decode(
      int[] target,
      int width,
      int height,
      byte[] bytes,
      int from,
      int to,
      int passes,
      int plane,
      boolean causal) {
    this.values = target;
    this.width = width;
    this.height = height;
    this.stride = width + 2;
    this.causal = causal;
    markSignificant();
    propagation.start(bytes, from, to);
    refinement.start(bytes, from, to);
    for (int top = 0; top < height; top += STRIPE) {
      int bottom = Math.min(top + STRIPE, height);
      for (int x = 0; x < width; x += GROUP) {
        propagate(x, Math.min(x + GROUP, width), top, bottom, 3 << (plane - 1));
      }
      if (passes > 1) {
        refine(top, bottom, 1 << (plane - 1));
      }
    }
  }

  private void markSignificant() {
    int size = stride * (height + 2);
    if (states.length < size) {
      states = new byte[size];
    } else {
      Arrays.fill(states, 0, size, (byte) 0);
    }
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        states[at(x, y)] = values[y * width + x] == 0 ? 0 : BY_CLEANUP;
      }
    }
  }

  private int at(int x, int y) {
    return (y + 1) * stride + x + 1;
  }

  /// Samples that have a significant neighbour, of four columns: first whether each of them becomes
  /// significant, then the signs of those.
  private void propagate(int left, int right, int top, int bottom, int value) {
    boolean found = false;
    for (int x = left; x < right; x++) {
      for (int y = top; y < bottom; y++) {
        boolean seesBelow = !causal || y < top + STRIPE - 1;
        int at = at(x, y);
        if (states[at] == 0 && hasNeighbour(at, seesBelow) && propagation.next() == 1) {
          states[at] = BY_PROPAGATION;
          found = true;
        }
      }
    }
    for (int x = left; found && x < right; x++) {
      for (int y = top; y < bottom; y++) {
        if (states[at(x, y)] == BY_PROPAGATION) {
          values[y * width + x] = propagation.next() == 1 ? -value : value;
        }
      }
    }
  }

  private boolean hasNeighbour(int at, boolean seesBelow) {
    int north = at - stride;
    int south = at + stride;
    int any =
        states[north - 1] | states[north] | states[north + 1] | states[at - 1] | states[at + 1];
    if (seesBelow) {
      any |= states[south - 1] | states[south] | states[south + 1];
    }
    return any != 0;
  }

  /// One bit more of samples that the cleanup pass has found.
  private void refine(int top, int bottom, int half) {
    for (int x = 0; x < width; x++) {
      for (int y = top; y < bottom; y++) {
        if (states[at(x, y)] == BY_CLEANUP) {
          int change = refinement.next() == 1 ? half : -half;
          int index = y * width + x;
          values[index] += values[index] < 0 ? -change : change;
        }
      }
    }
  }
}
