package penumbra.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The inputs are what they were when the oracles saw them.
class GeneratedInputTest {
  @Test
  void theRandomNumbersAreThoseOfThePaper() {
    var random = new SplitMix64(1234567);
    assertThat(List.of(random.next(), random.next(), random.next()))
        .containsExactly(6457827717110365317L, 3203168211198807973L, -8629252141511181193L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"gaussian", "gaussian-kernel", "fourier-gaussian", "hypot", "statistics", "canny"})
  void theInputsOfTheGoldenCasesAreThoseThatTheOracleSaw(String name) {
    var names = new TreeSet<String>();
    for (GoldenCase golden : GoldenFile.cases(name)) {
      names.add(golden.text("input"));
      if (golden.parameters().containsKey("other")) {
        names.add(golden.text("other"));
      }
    }
    var bytes = new ByteArrayOutputStream();
    for (String input : names) {
      bytes.writeBytes(GeneratedInput.named(input).array().toBytes());
    }
    assertThat(HexFormat.of().formatHex(Bits.sha256(bytes.toByteArray())).substring(0, 16))
        .as("if the generator was changed on purpose, write the golden files anew")
        .isEqualTo(GoldenFile.inputs(name));
  }
}
