package penumbra.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DTypeTest {
  @ParameterizedTest
  @CsvSource({
    "UINT8, -3.7, 253",
    "UINT8, 256, 0",
    "UINT8, 255.99, 255",
    "UINT8, NaN, 0",
    "UINT8, 3e9, 0",
    "INT8, 128, -128",
    "INT8, -129.5, 127",
    "UINT16, -1, 65535",
    "UINT16, 65536.9, 0",
    "INT16, 32768, -32768",
    "INT32, 2147483647.9, 2147483647",
    "INT32, 2147483648, -2147483648",
    "INT32, -2147483648.9, -2147483648",
    "INT32, NaN, -2147483648",
    "UINT32, -1, 4294967295",
    "UINT32, 4294967296, 0",
    "UINT32, NaN, 0",
    "INT64, 9.3e18, -9223372036854775808",
    "FLOAT16, 65519.99, 65504",
    "FLOAT16, 65520, Infinity",
    "FLOAT16, 1.00048828125, 1",
    "FLOAT16, 1.0004882812500002, 1.0009765625",
    "FLOAT32, 16777217, 16777216",
    "FLOAT32, 1e39, Infinity"
  })
  void storesAsACCastDoes(DType type, double value, double stored) {
    assertThat(NdArray.of(type, new double[] {value}, 1).get(0)).isEqualTo(stored);
  }

  @ParameterizedTest
  @EnumSource
  void roundsInALineAsStoringAndLoadingDo(DType type) {
    Random random = new Random(7);
    double[] line = new double[1000];
    for (int i = 0; i < line.length; i++) {
      double magnitude = Math.scalb(1.0, random.nextInt(140) - 70);
      line[i] = i % 50 == 0 ? Double.NaN : random.nextGaussian() * magnitude;
    }
    double[] rounded = line.clone();
    type.round(rounded, 0, rounded.length);
    assertThat(rounded).isEqualTo(NdArray.of(type, line, line.length).toDoubles());
  }

  @ParameterizedTest
  @EnumSource
  void keepsItsExtremes(DType type) {
    // The largest INT64 has no double of its own.
    double max = type == DType.INT64 ? 0x1.fffffffffffffp62 : type.max();
    NdArray array = NdArray.of(type, new double[] {type.min(), max}, 2);
    assertThat(array.toDoubles()).containsExactly(type.min(), max);
  }

  @ParameterizedTest
  @EnumSource
  void isFoundByItsLabel(DType type) {
    assertThat(DType.ofLabel(type.label())).isEqualTo(type);
  }

  @Test
  void namesTheTypesWhereALabelIsUnknown() {
    assertThatThrownBy(() -> DType.ofLabel("uint12"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "element type must be one of uint8, int8, uint16, int16, uint32, int32, int64, float16,"
                + " float32, float64, but is 'uint12'; name one of these");
  }
}
