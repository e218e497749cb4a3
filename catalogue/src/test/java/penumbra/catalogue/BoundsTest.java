package penumbra.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import penumbra.core.InvalidInputException;

/// What `@Describe` tells of a parameter's bounds is what the record's constructor checks, no more
/// and no less.
class BoundsTest {
  private static final double[] PROBES = {
    -1e300, Integer.MIN_VALUE, -1e6, -100, -1, 0, 0.5, 1, 2, 100, 1e6, Integer.MAX_VALUE, 1e300
  };

  /// Each operation with each of its parameters that are numbers.
  static Stream<Arguments> numbers() {
    return Catalogue.operations().stream()
        .flatMap(operation ->
            operation.parameters().stream()
                .filter(parameter -> parameter.kind() != Parameter.Kind.NAME)
                .map(parameter -> Arguments.of(operation.name(), parameter.name())));
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void aBoundThatIsToldIsChecked(String operation, String name) {
    Parameter parameter = parameter(operation, name);
    if (parameter.min() > Double.NEGATIVE_INFINITY) {
      assertRefused(operation, parameter, below(parameter));
    }
    if (parameter.max() < Double.POSITIVE_INFINITY) {
      assertRefused(operation, parameter, above(parameter));
    }
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void aBoundThatIsCheckedIsTold(String operation, String name) {
    Parameter parameter = parameter(operation, name);
    double[] ends = {parameter.min(), parameter.max()};
    DoubleStream.concat(DoubleStream.of(PROBES), DoubleStream.of(ends))
        .filter(value -> value >= parameter.min() && value <= parameter.max())
        .filter(value -> Double.isFinite(value) && (!isWhole(parameter) || isInt(value)))
        .forEach(value ->
            refusal(operation, parameter, value)
                .ifPresent(rule ->
                    assertThat(isTold(operation, parameter, value, rule))
                        .as(
                            "%s of %s is refused at %s, which its @Describe allows: %s. Give it a"
                                + " min or max",
                            name, operation, value, rule)
                        .isTrue()));
  }

  /// Whether no bound can tell the rule, since it depends on another parameter, which the rule or
  /// the help then names; or the help says that the bound itself is left out.
  private static boolean isTold(String operation, Parameter parameter, double value, String rule) {
    boolean leftOut = value == parameter.min() && parameter.help().contains("above ");
    return leftOut
        || Catalogue.operation(operation).parameters().stream()
            .filter(other -> !other.name().equals(parameter.name()))
            .anyMatch(other ->
                rule.contains(camelCase(other.name()))
                    || other.choices().stream().anyMatch(parameter.help()::contains));
  }

  private static String camelCase(String kebab) {
    String[] words = kebab.split("-", -1);
    StringBuilder name = new StringBuilder(words[0]);
    for (String word : List.of(words).subList(1, words.length)) {
      name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    return name.toString();
  }

  private static void assertRefused(String operation, Parameter parameter, double value) {
    String text = text(parameter, value);
    assertThatThrownBy(
            () -> Catalogue.operation(operation).build(Map.of(parameter.name(), text)),
            "%s %s of %s",
            parameter.name(),
            text,
            operation)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(" must be ")
        .hasMessageContaining(", but is ");
  }

  private static Optional<String> refusal(String operation, Parameter parameter, double value) {
    String text = text(parameter, value);
    try {
      Catalogue.operation(operation).build(Map.of(parameter.name(), text));
      return Optional.empty();
    } catch (InvalidInputException rule) {
      return Optional.of(String.valueOf(rule.getMessage()));
    }
  }

  private static Parameter parameter(String operation, String name) {
    return Catalogue.operation(operation).parameters().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static double below(Parameter parameter) {
    return isWhole(parameter) ? parameter.min() - 1 : Math.nextDown(parameter.min());
  }

  private static double above(Parameter parameter) {
    return isWhole(parameter) ? parameter.max() + 1 : Math.nextUp(parameter.max());
  }

  private static String text(Parameter parameter, double value) {
    return isWhole(parameter) ? Integer.toString((int) value) : Double.toString(value);
  }

  private static boolean isWhole(Parameter parameter) {
    return parameter.kind() == Parameter.Kind.WHOLE_NUMBER
        || parameter.kind() == Parameter.Kind.WHOLE_NUMBER_PER_AXIS;
  }

  private static boolean isInt(double value) {
    return value == (int) value;
  }
}
