package penumbra.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundaryTest {
  @ParameterizedTest
  @CsvSource({
    "reflect, 4, bcddcbaabcddcbaabc",
    "reflect, 2, bbaabbaabbaabbaa",
    "reflect, 1, aaaaaaaaaaaaaaa",
    "constant, 4, kkkkkkkabcdkkkkkkk",
    "constant, 2, kkkkkkkabkkkkkkk",
    "constant, 1, kkkkkkkakkkkkkk",
    "nearest, 4, aaaaaaaabcdddddddd",
    "nearest, 2, aaaaaaaabbbbbbbb",
    "nearest, 1, aaaaaaaaaaaaaaa",
    "mirror, 4, babcdcbabcdcbabcdc",
    "mirror, 2, babababababababa",
    "mirror, 1, aaaaaaaaaaaaaaa",
    "wrap, 4, bcdabcdabcdabcdabc",
    "wrap, 2, babababababababa",
    "wrap, 1, aaaaaaaaaaaaaaa"
  })
  void extendsALineBySevenPlacesOnEachSide(String name, int n, String expected) {
    double[] line = new double[7 + n + 7];
    for (int i = 0; i < n; i++) {
      line[7 + i] = 'a' + i;
    }
    Boundary.named(name, 'k').extend(line, 7, n, 7);
    StringBuilder text = new StringBuilder();
    for (double element : line) {
      text.append((char) element);
    }
    assertThat(text.toString()).isEqualTo(expected);
  }

  @Test
  void isFoundByItsName() {
    for (String name : Boundary.NAMES) {
      assertThat(Boundary.named(name, 0).label()).isEqualTo(name);
    }
    assertThat(Boundary.named("constant", 7.5)).isEqualTo(new Boundary.Constant(7.5));
  }

  @Test
  void namesTheBoundariesWhereANameIsUnknown() {
    assertThatThrownBy(() -> Boundary.named("symmetric", 0))
        .hasMessage(
            "boundary must be one of reflect, constant, nearest, mirror, wrap, but is 'symmetric';"
                + " name one of these");
  }
}
