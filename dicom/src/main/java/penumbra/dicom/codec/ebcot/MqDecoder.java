package penumbra.dicom.codec.ebcot;

import java.util.Arrays;

/// The arithmetic decoder of T.800 annex C, and the raw bits that replace it in bypass mode. After
/// the end of its bytes it reads ones, as the standard requires.
final class MqDecoder {
  static final int CONTEXTS = 19;
  static final int RUN_LENGTH = 17;
  static final int UNIFORM = 18;

  /// T.800 table C.2: the probability of the less probable symbol, the next state after the more
  /// probable and the less probable symbol, and whether the two are exchanged.
  private static final int[][] TABLE = {
    {0x5601, 1, 1, 1}, {0x3401, 2, 6, 0}, {0x1801, 3, 9, 0}, {0x0AC1, 4, 12, 0},
    {0x0521, 5, 29, 0}, {0x0221, 38, 33, 0}, {0x5601, 7, 6, 1}, {0x5401, 8, 14, 0},
    {0x4801, 9, 14, 0}, {0x3801, 10, 14, 0}, {0x3001, 11, 17, 0}, {0x2401, 12, 18, 0},
    {0x1C01, 13, 20, 0}, {0x1601, 29, 21, 0}, {0x5601, 15, 14, 1}, {0x5401, 16, 14, 0},
    {0x5101, 17, 15, 0}, {0x4801, 18, 16, 0}, {0x3801, 19, 17, 0}, {0x3401, 20, 18, 0},
    {0x3001, 21, 19, 0}, {0x2801, 22, 19, 0}, {0x2401, 23, 20, 0}, {0x2201, 24, 21, 0},
    {0x1C01, 25, 22, 0}, {0x1801, 26, 23, 0}, {0x1601, 27, 24, 0}, {0x1401, 28, 25, 0},
    {0x1201, 29, 26, 0}, {0x1101, 30, 27, 0}, {0x0AC1, 31, 28, 0}, {0x09C1, 32, 29, 0},
    {0x08A1, 33, 30, 0}, {0x0521, 34, 31, 0}, {0x0441, 35, 32, 0}, {0x02A1, 36, 33, 0},
    {0x0221, 37, 34, 0}, {0x0141, 38, 35, 0}, {0x0111, 39, 36, 0}, {0x0085, 40, 37, 0},
    {0x0049, 41, 38, 0}, {0x0025, 42, 39, 0}, {0x0015, 43, 40, 0}, {0x0009, 44, 41, 0},
    {0x0005, 45, 42, 0}, {0x0001, 45, 43, 0}, {0x5601, 46, 46, 0}
  };

  /// The table for both values of the more probable symbol, which is the lowest bit of a state.
  private static final int[] PROBABILITY = new int[2 * TABLE.length];

  private static final int[] AFTER_MORE = new int[2 * TABLE.length];
  private static final int[] AFTER_LESS = new int[2 * TABLE.length];

  static {
    for (int i = 0; i < 2 * TABLE.length; i++) {
      int[] row = TABLE[i >> 1];
      int more = i & 1;
      PROBABILITY[i] = row[0];
      AFTER_MORE[i] = (row[1] << 1) | more;
      AFTER_LESS[i] = (row[2] << 1) | (more ^ row[3]);
    }
  }

  private final int[] states = new int[CONTEXTS];
  private byte[] bytes = new byte[0];
  private int at;
  private int end;
  private int interval;
  private int code;
  private int shifts;
  private int raw;
  private int rawBits;

  /// Resets all contexts to their initial states.
  void resetContexts() {
    Arrays.fill(states, 0);
    states[0] = 4 << 1;
    states[RUN_LENGTH] = 3 << 1;
    states[UNIFORM] = 46 << 1;
  }

  /// Starts arithmetic decoding of the first `length` bytes.
  void start(byte[] data, int length) {
    bytes = data;
    at = 0;
    end = length;
    code = byteAt(0) << 16;
    readByte();
    code <<= 7;
    shifts -= 7;
    interval = 0x8000;
  }

  /// Starts reading raw bits.
  void startRaw(byte[] data, int length) {
    bytes = data;
    at = 0;
    end = length;
    raw = 0;
    rawBits = 0;
  }

  int nextRaw() {
    if (rawBits == 0) {
      rawBits = raw == 0xFF ? 7 : 8;
      raw = byteAt(at++);
    }
    rawBits--;
    return (raw >> rawBits) & 1;
  }

  int next(int context) {
    int state = states[context];
    int probability = PROBABILITY[state];
    int symbol = state & 1;
    interval -= probability;
    if ((code >>> 16) < probability) {
      if (interval < probability) {
        states[context] = AFTER_MORE[state];
      } else {
        symbol ^= 1;
        states[context] = AFTER_LESS[state];
      }
      interval = probability;
    } else {
      code -= probability << 16;
      if ((interval & 0x8000) != 0) {
        return symbol;
      }
      if (interval < probability) {
        symbol ^= 1;
        states[context] = AFTER_LESS[state];
      } else {
        states[context] = AFTER_MORE[state];
      }
    }
    do {
      if (shifts == 0) {
        readByte();
      }
      interval <<= 1;
      code <<= 1;
      shifts--;
    } while ((interval & 0x8000) == 0);
    return symbol;
  }

  private int byteAt(int index) {
    return index < end ? bytes[index] & 0xFF : 0xFF;
  }

  private void readByte() {
    if (byteAt(at) == 0xFF) {
      int next = byteAt(at + 1);
      if (next > 0x8F) {
        code += 0xFF00;
        shifts = 8;
      } else {
        at++;
        code += next << 9;
        shifts = 7;
      }
    } else {
      at++;
      code += byteAt(at) << 8;
      shifts = 8;
    }
  }
}
