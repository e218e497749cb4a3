package penumbra.figure.colour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.NdArray;
import penumbra.figure.Golden;

class ColourScaleTest {
  private static final Execution ALONE = Execution.ofThreads(1);

  record Scaling(String head, List<Double> values, List<Integer> entries) {
    @Override
    public String toString() {
      return head;
    }
  }

  static List<Scaling> scalings() {
    List<String> lines =
        Golden.text("scalings.golden.txt").lines().filter(line -> !line.startsWith("#")).toList();
    List<Scaling> scalings = new ArrayList<>();
    for (int i = 0; i < lines.size(); i += 3) {
      scalings.add(
          new Scaling(
              lines.get(i),
              words(lines.get(i + 1)).map(Double::valueOf).toList(),
              words(lines.get(i + 2)).map(Integer::valueOf).toList()));
    }
    return scalings;
  }

  private static Stream<String> words(String line) {
    return Stream.of(line.strip().split(" ", -1));
  }

  @ParameterizedTest
  @MethodSource("scalings")
  void matplotlibChoosesTheSameEntries(Scaling scaling) {
    String[] head = scaling.head.split(" ", -1);
    DType type = DType.ofLabel(head[0]);
    var range = new ValueRange(Double.parseDouble(head[1]), Double.parseDouble(head[2]));
    var scale = new ColourScale(Colormap.gray(), range);
    List<Integer> entries = scaling.values.stream().map(value -> scale.index(value, type)).toList();
    assertThat(entries).isEqualTo(scaling.entries);
  }

  @ParameterizedTest
  @EnumSource(DType.class)
  void anArrayHasTheColoursOfItsElements(DType type) {
    double[] values = new Random(type.bytes()).doubles(50_000, -300, 300).toArray();
    NdArray array = NdArray.of(type, values, 200, 250);
    var scale = new ColourScale(Colormap.named("turbo"), new ValueRange(-20, 90));
    int[] pixels = scale.pixels(array, ALONE);
    double[] stored = array.toDoubles();
    int[] expected = new int[pixels.length];
    for (int i = 0; i < expected.length; i++) {
      expected[i] = Colormap.named("turbo").rgb(scale.index(stored[i], type));
    }
    assertThat(pixels).isEqualTo(expected);
  }

  @Test
  void valuesThatAreNotFiniteShowThePage() {
    double[] values = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0};
    var scale = new ColourScale(Colormap.gray(), new ValueRange(0, 1));
    assertThat(scale.pixels(NdArray.ofFloat64(values, 4), ALONE))
        .containsExactly(0xFFFFFF, 0xFFFFFF, 0xFFFFFF, 0);
  }

  @Test
  void aConstantPictureHasTheFirstColour() {
    NdArray constant = NdArray.ofFloat64(new double[] {3, 3, 3, 3}, 2, 2);
    var scale = new ColourScale(Colormap.named("viridis"), ValueRange.of(constant));
    assertThat(scale.pixels(constant, ALONE)).containsOnly(0x440154);
  }

  @Test
  void anEmptyArrayHasNoPixels() {
    var scale = new ColourScale(Colormap.gray(), new ValueRange(0, 1));
    assertThat(scale.pixels(NdArray.ofUint8(new byte[0], 0, 5), ALONE)).isEmpty();
  }
}
