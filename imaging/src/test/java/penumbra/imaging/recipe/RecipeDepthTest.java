package penumbra.imaging.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import penumbra.core.DType;
import penumbra.core.GreyScale;
import penumbra.core.NdArray;
import penumbra.core.Radiograph;
import penumbra.imaging.DepthTwins;

/// Every ready-made recipe gives the same picture of an image of 8 bits and of its twins of other
/// depths.
class RecipeDepthTest {
  private static final Radiograph BYTES = DepthTwins.EIGHT_BITS.image();

  static Stream<Arguments> recipesAndDepths() {
    return ReadyRecipes.names().stream()
        .flatMap(name -> Stream.of(DepthTwins.values()).map(twin -> Arguments.of(name, twin)));
  }

  @ParameterizedTest
  @MethodSource("recipesAndDepths")
  void aRecipeGivesTheSameAtAnyDepth(String name, DepthTwins twin) {
    Recipe recipe = ReadyRecipes.recipe(name);
    if (name.equals("clahe") && twin == DepthTwins.FRACTIONS) {
      assertThatThrownBy(() -> recipe.apply(twin.image()))
          .hasMessageContaining("must be uint8 or uint16, but is float32; make a picture of it");
      return;
    }
    List<RecipeResult> expected = recipe.apply(BYTES);
    List<RecipeResult> results = recipe.apply(twin.image());

    for (int i = 0; i < expected.size(); i++) {
      DepthTwins.assertAlike(expected.get(i).values(), results.get(i).values(), twin, 1.0);
    }
  }

  @Test
  void trainingValuesLieInTheRangeThatTheNetworkExpects() {
    for (DepthTwins twin : DepthTwins.values()) {
      double[] values =
          ReadyRecipes.recipe("torchxrayvision-224")
              .apply(twin.image())
              .getFirst()
              .values()
              .pixels()
              .toDoubles();
      for (double value : values) {
        assertThat(value).isBetween(-1024.001, 1024.001);
      }
    }
  }

  @Test
  void twelveBitsInSixteenAreRefusedUnlessTheRecipeNamesTheRange() {
    NdArray unsaid = DepthTwins.TWELVE_BITS.image().pixels();
    Radiograph image = new Radiograph(unsaid, "p12in16.png", List.of());
    String text = ReadyRecipes.text("torchxrayvision-224");
    Recipe recipe = recipe(text);

    assertThatThrownBy(() -> recipe.apply(image))
        .hasMessageContaining("from-lower must be a grey level itself")
        .hasMessageContaining("which use 12 of 16 bits")
        .hasMessageContaining("'input: {range: 0..4095}'");

    Recipe named = recipe(text.replace("{values: display}", "{values: display, range: 0..4095}"));
    DepthTwins.assertAlike(
        recipe.apply(BYTES).getFirst().values(),
        named.apply(image).getFirst().values(),
        DepthTwins.TWELVE_BITS,
        1.0);
    assertThat(named.fingerprint()).isNotEqualTo(recipe.fingerprint());
    assertThat(recipe(penumbra.imaging.Json.write(named.toJson())).fingerprint())
        .isEqualTo(named.fingerprint());
  }

  @Test
  void theRangeOfTheInputIsInvertedWithIt() {
    Recipe recipe =
        recipe(
            """
            penumbra: 1
            input: {invert: true, range: 0..4095}
            outputs: [{format: npy, steps: [map-range]}]
            """);
    NdArray ends = NdArray.ofUint16(new short[] {0, 4095}, 1, 2);

    double[] mapped =
        recipe
            .apply(new Radiograph(ends, "ends", List.of()))
            .getFirst()
            .values()
            .pixels()
            .toDoubles();

    assertThat(mapped).containsExactly(1, 0);
  }

  @Test
  void aRangeThatIsNoneIsRefusedWithItsLine() {
    RecipeCheck check =
        RecipeCheck.of(Path.of("x.yaml"), "penumbra: 1\ninput: {range: 4095}\nhistogram: 9\n");
    assertThat(check.problems().getFirst().toString())
        .contains("must be the lowest and the highest grey level")
        .contains("0..4095");
    RecipeCheck backwards =
        RecipeCheck.of(Path.of("x.yaml"), "penumbra: 1\ninput: {range: 9..1}\nhistogram: 9\n");
    assertThat(backwards.problems().getFirst().toString()).contains("give the lowest level first");
  }

  @Test
  void numbersStayGreyLevelsOfTheFile() {
    Recipe recipe =
        recipe("penumbra: 1\noutputs: [{format: npy, steps: [{threshold: {value: 1000}}]}]\n");
    NdArray levels = NdArray.ofUint16(new short[] {999, 1001}, 1, 2);
    Radiograph image =
        new Radiograph(levels, "scan", List.of()).withScale(Optional.of(GreyScale.ofBits(12)));

    NdArray kept = recipe.apply(image).getFirst().values().pixels();

    assertThat(kept.type()).isEqualTo(DType.UINT16);
    assertThat(kept.toDoubles()).containsExactly(0, 1001);
  }

  private static Recipe recipe(String text) {
    return RecipeCheck.of(Path.of("mine.yaml"), text).recipe().orElseThrow();
  }
}
