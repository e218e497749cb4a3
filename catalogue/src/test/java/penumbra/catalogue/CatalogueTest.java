package penumbra.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import penumbra.core.Boundary;
import penumbra.core.DType;
import penumbra.core.OutputType;
import penumbra.core.PerAxis;
import penumbra.core.filter.Canny;
import penumbra.core.filter.Gaussian;
import penumbra.core.filter.Sobel;
import penumbra.core.filter.intensity.Threshold;

class CatalogueTest {
  static List<Operation> operations() {
    return Catalogue.operations();
  }

  @Test
  void namesAreTheOnesThatScriptsHold() {
    assertThat(Catalogue.names())
        .containsExactly(
            "gaussian",
            "gaussian-laplace",
            "gaussian-gradient-magnitude",
            "laplace",
            "sobel",
            "prewitt",
            "sobel-magnitude",
            "prewitt-magnitude",
            "fourier-gaussian",
            "fourier-gaussian-multiplier",
            "canny",
            "threshold",
            "normalize",
            "map-range",
            "standardize",
            "imagenet",
            "clahe",
            "resize",
            "letterbox",
            "centre-crop",
            "crop",
            "pad",
            "window");
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyOperationAndParameterIsDescribedInSentences(Operation operation) {
    assertThat(operation.summary()).matches("[A-Z].*\\.");
    assertThat(operation.parameters()).isNotEmpty();
    assertThat(operation.parameters())
        .allSatisfy(parameter -> {
          assertThat(parameter.name()).matches("[a-z]+(-[a-z]+)*");
          assertThat(parameter.help()).matches("[A-Z].*\\.");
          assertThat(parameter.standard()).isNotEmpty();
        });
    assertThat(operation.parameters()).extracting(Parameter::name).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyOperationBuildsItsStandardFilterFromThePrintedDefaults(Operation operation) {
    Map<String, String> printed = new HashMap<>();
    operation.parameters().forEach(p -> printed.put(p.name(), p.standard()));
    assertThat(operation.build(printed)).isEqualTo(operation.standard());
    assertThat(operation.build(Map.of())).isEqualTo(operation.standard());
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyOperationTellsWhereItComesFrom(Operation operation) {
    assertThat(operation.reference())
        .as("%s has no @Reference: name the publication, standard or function", operation.name())
        .hasValueSatisfying(source -> assertThat(source).matches("[A-Za-z].{15,}\\."));
    assertThat(operation.toJson()).containsEntry("reference", operation.reference().orElseThrow());
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyChoiceThatIsToldIsTaken(Operation operation) {
    for (Parameter parameter : operation.parameters()) {
      for (String choice : parameter.choices()) {
        assertThat(operation.build(Map.of(parameter.name(), choice))).isNotNull();
      }
    }
  }

  @Test
  void valuesOfEveryKindAreRead() {
    Map<String, String> values =
        Map.of(
            "sigma", "1.5, 2",
            "order", "0,1",
            "boundary", "constant",
            "cval", "-7",
            "truncate", "3",
            "output-type", "uint8");
    assertThat(Catalogue.operation("gaussian").build(values))
        .isEqualTo(
            new Gaussian(
                PerAxis.of(1.5, 2.0),
                PerAxis.of(0, 1),
                new Boundary.Constant(-7),
                3,
                OutputType.of(DType.UINT8)));
    assertThat(Catalogue.operation("sobel").build(Map.of("axis", "0"))).isEqualTo(Sobel.along(0));
    assertThat(Catalogue.operation("threshold").build(Map.of("mode", "binary", "value", "9")))
        .isEqualTo(Threshold.binary(9));
    assertThat(Catalogue.operation("canny").build(Map.of("norm", "l1")))
        .isEqualTo(Canny.of(50, 100).withNorm(Canny.Norm.L1));
  }

  @Test
  void anUnknownOperationIsAnsweredWithTheNearestName() {
    assertThatThrownBy(() -> Catalogue.operation("guassian"))
        .hasMessage(
            "an operation must be one of the catalogue's, but is 'guassian'; did you mean"
                + " 'gaussian'?");
    assertThatThrownBy(() -> Catalogue.operation("zzzzzzzz"))
        .hasMessage(
            "an operation must be one of the catalogue's, but is 'zzzzzzzz'; choose one of its"
                + " names");
  }

  @Test
  void anUnknownParameterIsAnsweredWithTheNearestName() {
    assertThatThrownBy(() -> Catalogue.operation("laplace").build(Map.of("boundry", "wrap")))
        .hasMessage(
            "a parameter of laplace must be one of boundary, cval, output-type, but is 'boundry';"
                + " did you mean 'boundary'?");
  }

  @Test
  void aValueThatCannotBeReadIsAnsweredWithTheRule() {
    Operation gaussian = Catalogue.operation("gaussian");
    assertThatThrownBy(() -> gaussian.build(Map.of("sigma", "1;2")))
        .hasMessage("sigma must be a number, but is '1;2'; write it like 1.5");
    assertThatThrownBy(() -> gaussian.build(Map.of("order", "0,1.5")))
        .hasMessage("order must be a whole number, but is '1.5'; write it like 1");
    assertThatThrownBy(() -> gaussian.build(Map.of("boundary", "refelct")))
        .hasMessage(
            "boundary must be one of reflect, constant, nearest, mirror, wrap, but is 'refelct';"
                + " did you mean 'reflect'?");
    assertThatThrownBy(() -> Catalogue.operation("threshold").build(Map.of("mode", "qqqqqqq")))
        .hasMessage("mode must be one of keep, binary, but is 'qqqqqqq'; name one of these");
  }

  @Test
  void theRecordsOwnRuleReachesTheUser() {
    assertThatThrownBy(
            () -> Catalogue.operation("canny").build(Map.of("min-val", "9", "max-val", "8")))
        .hasMessage(
            "maxVal must be at least minVal, 9.0, but is 8.0; give the larger threshold as"
                + " maxVal");
  }
}
