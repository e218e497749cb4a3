package penumbra.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {
  @Test
  void objectsKeepTheirOrderAndListsOfPlainValuesStayOnOneLine() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("z", List.of(1, 2L, "three"));
    map.put("a", List.of(Map.of("inner", true)));
    map.put("none", null);
    map.put("empty", Map.of());
    assertThat(Json.write(map))
        .isEqualTo(
            """
            {
              "z": [1, 2, "three"],
              "a": [
                {
                  "inner": true
                }
              ],
              "none": null,
              "empty": {}
            }
            """);
  }

  @Test
  void numbersAreShortAndExactAndNeverNaN() {
    double[] numbers = {1, 0.1, -2.5e-9, 1e300, Double.NaN, Double.NEGATIVE_INFINITY};
    assertThat(Json.write(numbers)).isEqualTo("[1, 0.1, -2.5E-9, 1.0E300, null, null]\n");
    assertThat(Json.write(new long[] {Long.MIN_VALUE, 0})).isEqualTo("[-9223372036854775808, 0]\n");
  }

  @Test
  void textIsEscapedWhereItMustBe() {
    assertThat(Json.write("a\"b\\c\n\t\u0001é</script>\ud83e\ude7b"))
        .isEqualTo("\"a\\\"b\\\\c\\n\\t\\u0001é\\u003c/script>\ud83e\ude7b\"\n");
    assertThat(Json.write("\ud83e")).isEqualTo("\"\\ud83e\"\n");
  }

  @Test
  void whatJsonHasNoFormForIsRefused() {
    assertThatThrownBy(() -> Json.write(new Object()))
        .hasMessage("JSON has no form for a class java.lang.Object");
  }
}
