package penumbra.dicom.codec.htj2k;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The table of code words has no gap and no overlap, and no word says what cannot be.
class QuadCodeTest {
  @Test
  void everySevenBitsStartWithExactlyOneWord() {
    for (int[] table : new int[][] {QuadCode.FIRST_ROW, QuadCode.OTHER_ROWS}) {
      for (int context = 0; context < 8; context++) {
        double share = 0;
        for (int bits = 0; bits < 128; bits++) {
          int entry = table[(context << 7) | bits];
          int length = QuadCode.length(entry);
          assertThat(length).isBetween(1, 7);
          share += Math.scalb(1.0, -7);
          for (int more = bits & ((1 << length) - 1); more < 128; more += 1 << length) {
            assertThat(table[(context << 7) | more]).isEqualTo(entry);
          }
        }
        assertThat(share).isEqualTo(1);
      }
    }
  }

  @Test
  void wordsSayOfSignificantSamplesOnly() {
    for (int[] table : new int[][] {QuadCode.FIRST_ROW, QuadCode.OTHER_ROWS}) {
      for (int entry : table) {
        int rho = QuadCode.rho(entry);
        assertThat(QuadCode.known(entry) & ~rho).isZero();
        assertThat(QuadCode.known1(entry) & ~QuadCode.known(entry)).isZero();
        assertThat(QuadCode.uOff(entry) == 0 && QuadCode.known(entry) != 0).isFalse();
        assertThat(rho == 0 && QuadCode.uOff(entry) != 0).isFalse();
      }
    }
  }

  @Test
  void everyPatternHasAWord() {
    for (int[] table : new int[][] {QuadCode.FIRST_ROW, QuadCode.OTHER_ROWS}) {
      for (int context = 0; context < 8; context++) {
        boolean[] found = new boolean[16];
        for (int bits = 0; bits < 128; bits++) {
          found[QuadCode.rho(table[(context << 7) | bits])] = true;
        }
        for (int rho = context == 0 ? 1 : 0; rho < 16; rho++) {
          assertThat(found[rho]).as("%s of %s", rho, context).isTrue();
        }
      }
    }
  }
}
