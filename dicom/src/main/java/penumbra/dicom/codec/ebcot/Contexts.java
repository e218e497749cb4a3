package penumbra.dicom.codec.ebcot;

/// The known neighbourhood of a coefficient, as bits, and the contexts that follow from it, T.800
/// annex D.3.
final class Contexts {
  static final int NORTH_EAST = 1;
  static final int SOUTH_EAST = 1 << 1;
  static final int SOUTH_WEST = 1 << 2;
  static final int NORTH_WEST = 1 << 3;
  static final int NORTH = 1 << 4;
  static final int EAST = 1 << 5;
  static final int SOUTH = 1 << 6;
  static final int WEST = 1 << 7;
  static final int NEIGHBOURS = 0xFF;
  static final int NORTH_NEGATIVE = 1 << 8;
  static final int EAST_NEGATIVE = 1 << 9;
  static final int SOUTH_NEGATIVE = 1 << 10;
  static final int WEST_NEGATIVE = 1 << 11;
  static final int SIGNIFICANT = 1 << 12;
  static final int REFINED = 1 << 13;
  static final int VISITED = 1 << 14;

  /// All bits that concern the row below.
  static final int BELOW = SOUTH | SOUTH_EAST | SOUTH_WEST | SOUTH_NEGATIVE;

  private static final int FIRST_SIGN = 9;
  private static final int FIRST_MAGNITUDE = 14;
  private static final byte[][] ZERO = new byte[4][256];
  private static final byte[] SIGN = new byte[256];

  static {
    for (int orientation = 0; orientation < 4; orientation++) {
      for (int known = 0; known < 256; known++) {
        ZERO[orientation][known] = (byte) zero(orientation, known);
      }
    }
    for (int known = 0; known < 256; known++) {
      SIGN[known] = (byte) sign(known << 4);
    }
  }

  private Contexts() {}

  /// The contexts of significance in a sub-band, by the bits of [#NEIGHBOURS].
  static byte[] ofZero(int orientation) {
    return ZERO[orientation];
  }

  /// The context of a sign, times 2, plus 1 if the decoded sign must be inverted.
  static int ofSign(int flags) {
    return SIGN[(flags >> 4) & 0xFF];
  }

  static int ofMagnitude(int flags) {
    return (flags & REFINED) != 0
        ? FIRST_MAGNITUDE + 2
        : (flags & NEIGHBOURS) != 0 ? FIRST_MAGNITUDE + 1 : FIRST_MAGNITUDE;
  }

  private static int zero(int orientation, int known) {
    int across = bit(known, EAST) + bit(known, WEST);
    int down = bit(known, NORTH) + bit(known, SOUTH);
    int diagonal =
        bit(known, NORTH_EAST)
            + bit(known, SOUTH_EAST)
            + bit(known, SOUTH_WEST)
            + bit(known, NORTH_WEST);
    if (orientation == 3) {
      int straight = Math.min(across + down, 2);
      return switch (diagonal) {
        case 0 -> straight;
        case 1 -> 3 + straight;
        case 2 -> straight > 0 ? 7 : 6;
        default -> 8;
      };
    }
    int along = orientation == 1 ? down : across;
    int aside = orientation == 1 ? across : down;
    if (along == 2) {
      return 8;
    }
    if (along == 1) {
      return aside > 0 ? 7 : diagonal > 0 ? 6 : 5;
    }
    return aside > 0 ? 2 + aside : Math.min(diagonal, 2);
  }

  private static int sign(int flags) {
    int across =
        contribution(flags, EAST, EAST_NEGATIVE) + contribution(flags, WEST, WEST_NEGATIVE);
    int down =
        contribution(flags, NORTH, NORTH_NEGATIVE) + contribution(flags, SOUTH, SOUTH_NEGATIVE);
    across = Integer.signum(across);
    down = Integer.signum(down);
    boolean turn = across < 0 || (across == 0 && down < 0);
    if (turn) {
      across = -across;
      down = -down;
    }
    int context = across == 0 ? FIRST_SIGN + down : FIRST_SIGN + 3 + down;
    return (context << 1) | (turn ? 1 : 0);
  }

  private static int contribution(int flags, int neighbour, int negative) {
    return (flags & neighbour) == 0 ? 0 : (flags & negative) == 0 ? 1 : -1;
  }

  private static int bit(int known, int flag) {
    return (known & flag) == 0 ? 0 : 1;
  }
}
