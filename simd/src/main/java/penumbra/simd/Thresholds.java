package penumbra.simd;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.XOR;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorSpecies;

/// Comparisons of small integers. Unsigned integers compare like signed ones after their highest
/// bit is flipped.
final class Thresholds {
  private static final VectorSpecies<Long> WORDS = LongVector.SPECIES_PREFERRED;

  private Thresholds() {}

  private static LongVector at(long[] words, int place) {
    return LongVector.fromArray(WORDS, words, place);
  }

  static void bytes(long[] words, int n, boolean isSigned, int bound, boolean keeps) {
    byte flip = isSigned ? 0 : Byte.MIN_VALUE;
    byte limit = (byte) (bound ^ flip);
    byte set = (byte) (keeps ? 0 : -1);
    for (int i = 0; i < n; i += WORDS.length()) {
      ByteVector numbers = at(words, i).reinterpretAsBytes();
      var above = numbers.lanewise(XOR, flip).compare(GT, limit);
      ByteVector none = ByteVector.zero(numbers.species());
      none.blend(numbers.or(set), above).reinterpretAsLongs().intoArray(words, i);
    }
  }

  static void shorts(long[] words, int n, boolean isSigned, int bound, boolean keeps) {
    short flip = isSigned ? 0 : Short.MIN_VALUE;
    short limit = (short) (bound ^ flip);
    short set = (short) (keeps ? 0 : -1);
    for (int i = 0; i < n; i += WORDS.length()) {
      ShortVector numbers = at(words, i).reinterpretAsShorts();
      var above = numbers.lanewise(XOR, flip).compare(GT, limit);
      ShortVector none = ShortVector.zero(numbers.species());
      none.blend(numbers.or(set), above).reinterpretAsLongs().intoArray(words, i);
    }
  }
}
