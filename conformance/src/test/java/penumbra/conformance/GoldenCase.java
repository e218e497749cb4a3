package penumbra.conformance;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import penumbra.core.Boundary;
import penumbra.core.DType;
import penumbra.core.NdArray;
import penumbra.core.OutputType;
import penumbra.core.PerAxis;

/// One call and what it gave: a line of a golden file, with its bytes.
///
/// @param line the line's first column, `sigma=1.0 ... input=uint8/5x7/full`, which names the case
/// @param parameters the same, by key
/// @param result type and shape of the result, as a name without flavour: `float32/5x7`
/// @param expected the result
record GoldenCase(String line, Map<String, String> parameters, String result, Expected expected) {

  /// The bytes of a result, or of its digest.
  ///
  /// @param whole whether these are the result's own bytes
  record Expected(boolean whole, java.nio.ByteBuffer bytes) {}

  static Map<String, String> parse(String line) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String word : line.split(" ", -1)) {
      int equals = word.indexOf('=');
      parameters.put(word.substring(0, equals), word.substring(equals + 1));
    }
    return parameters;
  }

  String text(String key) {
    return Objects.requireNonNull(parameters.get(key), () -> "no " + key + " in " + line);
  }

  double number(String key) {
    return Double.parseDouble(text(key));
  }

  int whole(String key) {
    return Integer.parseInt(text(key));
  }

  double[] numbers(String key) {
    return Arrays.stream(text(key).split(",", -1)).mapToDouble(Double::parseDouble).toArray();
  }

  PerAxis<Double> sigma() {
    return new PerAxis<>(Arrays.stream(numbers("sigma")).boxed().toList());
  }

  PerAxis<Integer> order() {
    return new PerAxis<>(
        Arrays.stream(text("order").split(",", -1)).map(Integer::valueOf).toList());
  }

  Boundary boundary() {
    return Boundary.named(text("boundary"), number("cval"));
  }

  OutputType outputType() {
    return OutputType.parse(text("output"));
  }

  NdArray input() {
    return GeneratedInput.named(text("input")).array();
  }

  NdArray other() {
    return GeneratedInput.named(text("other")).array();
  }

  /// The type of the input, `uint8`.
  String inputType() {
    return text("input").substring(0, text("input").indexOf('/'));
  }

  DType resultType() {
    return DType.ofLabel(result.substring(0, result.indexOf('/')));
  }

  List<Integer> resultShape() {
    return GeneratedInput.shape(result.substring(result.indexOf('/') + 1));
  }
}
