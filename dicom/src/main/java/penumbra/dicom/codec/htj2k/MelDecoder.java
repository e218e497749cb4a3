package penumbra.dicom.codec.htj2k;

/// The adaptive run lengths of the events that a quad without significant neighbours is significant
/// (MEL), T.814 clauses 7.1.3 and 7.3.3. The first bit is the highest; behind a byte of ones stands
/// a stuffed bit. Behind the end come ones.
final class MelDecoder {
  /// T.814 table 2: the exponent of the run length in each state.
  private static final int[] EXPONENTS = {0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5};

  private static final int ONES = 0xFF;

  private byte[] bytes = new byte[0];
  private int at;
  private int last;
  private int current;
  private int bits;
  private int state;
  private int run;
  private boolean oneFollows;

  /// Starts with the bytes from `from` to `last`, of which only the upper half counts.
  void start(byte[] source, int from, int last) {
    bytes = source;
    at = from;
    this.last = last;
    current = 0;
    bits = 0;
    state = 0;
    run = 0;
    oneFollows = false;
  }

  /// The next event.
  boolean next() {
    if (run == 0 && !oneFollows) {
      nextRun();
    }
    if (run > 0) {
      run--;
      return false;
    }
    oneFollows = false;
    return true;
  }

  private void nextRun() {
    int exponent = EXPONENTS[state];
    if (bit() == 1) {
      run = 1 << exponent;
      state = Math.min(state + 1, EXPONENTS.length - 1);
    } else {
      for (int i = 0; i < exponent; i++) {
        run = (run << 1) | bit();
      }
      state = Math.max(state - 1, 0);
      oneFollows = true;
    }
  }

  private int bit() {
    if (bits == 0) {
      bits = current == ONES ? 7 : 8;
      current = byteAhead();
    }
    bits--;
    return (current >> bits) & 1;
  }

  private int byteAhead() {
    if (at > last) {
      return ONES;
    }
    int next = bytes[at] & ONES;
    return at++ == last ? next | 15 : next;
  }
}
