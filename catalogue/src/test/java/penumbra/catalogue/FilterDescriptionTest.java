package penumbra.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import penumbra.catalogue.FilterDescription.Value;
import penumbra.core.Boundary;
import penumbra.core.Describe;
import penumbra.core.Execution;
import penumbra.core.Filter;
import penumbra.core.NdArray;
import penumbra.core.filter.Sobel;

class FilterDescriptionTest {
  private record LocalEntropy(
      @Describe(value = "How wide.", unit = "elements") int size,
      List<String> words,
      Boundary boundary)
      implements Filter {
    @Override
    public NdArray apply(NdArray input, Execution execution) {
      return input;
    }
  }

  @Test
  void anOperationIsDescribedAsTheCatalogueHasIt() {
    assertThat(FilterDescription.of(Sobel.along(0)))
        .isEqualTo(
            new FilterDescription(
                "sobel",
                List.of(
                    new Value("axis", "0", ""),
                    new Value("boundary", "reflect", ""),
                    new Value("cval", "0", "grey levels"),
                    new Value("output-type", "default", ""))));
  }

  @Test
  void anyOtherRecordIsDescribedByItsComponents() {
    Filter filter = new LocalEntropy(5, List.of("a", "b"), new Boundary.Constant(2));
    assertThat(FilterDescription.of(filter))
        .isEqualTo(
            new FilterDescription(
                "local-entropy",
                List.of(
                    new Value("size", "5", "elements"),
                    new Value("words", "[a, b]", ""),
                    new Value("boundary", "constant", ""),
                    new Value("cval", "2", "grey levels"))));
  }

  @Test
  void aFunctionHasNothingToTell() {
    assertThat(FilterDescription.of((input, _) -> input))
        .isEqualTo(new FilterDescription("filter", List.of()));
  }
}
