package penumbra.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import penumbra.catalogue.Catalogue;
import penumbra.catalogue.OperationCall;
import penumbra.catalogue.OperationChain;
import penumbra.core.Chain;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;
import penumbra.core.Radiograph;
import penumbra.core.filter.Gaussian;
import penumbra.core.filter.Sobel;
import penumbra.core.filter.geometry.Resize;
import penumbra.io.format.ReadOptions;

class OperationChainTest {
  private static final Radiograph HALF_MILLIMETRES =
      new Radiograph(
          NdArray.ofUint8(new byte[12], 3, 4), "", List.of(), List.of(0.5, 0.5), Optional.empty());

  private static OperationCall call(String operation, Map<String, String> values) {
    return new OperationCall(Catalogue.operation(operation), values);
  }

  @Test
  void lengthsAreCountedInElementsOfTheImage() {
    var chain =
        new OperationChain(
            List.of(call("gaussian", Map.of("sigma", "2mm")), call("resize", Map.of())));
    assertThat(chain.on(HALF_MILLIMETRES))
        .isEqualTo(Chain.of(Gaussian.of(4, 4), Resize.to(224, 224)));
  }

  @Test
  void behindAnOperationThatMovesPixelsNoLengthIsKnown() {
    var chain =
        new OperationChain(
            List.of(call("resize", Map.of()), call("gaussian", Map.of("sigma", "2mm"))));
    assertThatThrownBy(() -> chain.on(HALF_MILLIMETRES))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "gaussian: sigma must be in elements for an image whose spacing is not known, but"
                + " is 2mm; write it without mm, like 1.5");
  }

  @Test
  void oneOperationIsItsOwnFilter() {
    var chain = new OperationChain(List.of(call("gaussian", Map.of("sigma", "3"))));
    assertThat(chain.on(HALF_MILLIMETRES)).isEqualTo(Gaussian.of(3));
  }

  @Test
  void aChainWithoutOperationsIsRefused() {
    assertThatThrownBy(() -> new OperationChain(List.of()))
        .hasMessage("a chain must have an operation, but is empty; name one");
  }

  @Test
  void anErrorNamesTheFirstOperationThatBreaksTheRule() {
    Chain chain = Chain.of(Gaussian.of(1), Sobel.along(5));
    NdArray input = HALF_MILLIMETRES.pixels();
    InvalidInputException rule = InvalidInputException.of("axis", "must lie", 5, "count");
    assertThat(OperationChain.named(chain, input, rule))
        .hasMessageStartingWith("sobel: axis must lie in -2..1 for an array of 2 axes");
    assertThat(OperationChain.named(Gaussian.of(1), input, rule)).isSameAs(rule);
  }

  @Test
  void aDerivationTellsAllOperationsAndShortensWhatIsTooLong() {
    DerivationSteps two = DerivationSteps.of(Chain.of(Gaussian.of(1), Sobel.along(0)));
    assertThat(two.name()).isEqualTo("gaussian + sobel");
    assertThat(two.recipe(ReadOptions.standard().values()))
        .startsWith("{ \"values\": \"modality\", \"steps\": [ { \"operation\": \"gaussian\",");
    Chain long9 = new Chain(java.util.Collections.nCopies(30, Gaussian.of(1)));
    DerivationSteps many = DerivationSteps.of(long9);
    assertThat(many.name()).isEqualTo("gaussian + 29 more");
    assertThat(many.description(ReadOptions.standard().values()))
        .isEqualTo("gaussian + 29 more of modality values");
  }
}
