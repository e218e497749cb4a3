package penumbra.figure.colour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import penumbra.core.DType;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;
import penumbra.figure.Golden;

class ColormapTest {
  private static final Map<String, int[]> MATPLOTLIB =
      ColormapTables.parse(Golden.text("colormaps.golden.txt"));

  static Stream<String> names() {
    return Colormap.names().stream();
  }

  @Test
  void matplotlibHasEveryMapOfOurs() {
    assertThat(Colormap.names()).containsExactlyInAnyOrderElementsOf(MATPLOTLIB.keySet());
    assertThat(Colormap.names()).hasSize(34);
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyEntryEqualsMatplotlibs(String name) {
    Colormap map = Colormap.named(name);
    int[] ours = IntStream.range(0, Colormap.SIZE).map(map::rgb).toArray();
    assertThat(ours).isEqualTo(MATPLOTLIB.get(name));
  }

  @ParameterizedTest
  @MethodSource("names")
  void reversingTwiceGivesTheMapBack(String name) {
    Colormap map = Colormap.named(name);
    assertThat(map.reversed()).isNotSameAs(map);
    assertThat(map.reversed().reversed()).isSameAs(map);
    assertThat(map.reversed().rgb(0)).isEqualTo(map.rgb(255));
  }

  @Test
  void aPictureHasTheColoursOfItsValues() {
    NdArray grey = NdArray.ofFloat32(new float[] {-1, 0, 0.5f, 1, 7, Float.NaN}, 2, 3);
    Colormap map = Colormap.named("viridis");
    NdArray picture = map.apply(grey, new ValueRange(0, 1));
    assertThat(picture).hasToString("(2, 3, 3) uint8");
    assertThat(Pixels.ofRgb(picture))
        .containsExactly(
            map.rgb(0), map.rgb(0), map.rgb(128), map.rgb(255), map.rgb(255), 0xFFFFFF);
  }

  @Test
  void anUnknownNameIsAnsweredWithTheKnownOnes() {
    assertThatThrownBy(() -> Colormap.named("rainbow"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "a colormap must be one of gray, bone, hot, CMRmap, prism, nipy_spectral, terrain, jet,"
                + " seismic, bwr, RdBu, viridis, plasma, inferno, magma, cividis, turbo, but is"
                + " 'rainbow'; name one of these; _r at the end reverses it");
  }

  @Test
  void aMisspeltNameIsAnsweredWithTheRightOne() {
    assertThatThrownBy(() -> Colormap.named("cmrmap_R"))
        .hasMessageEndingWith("but is 'cmrmap_R'; write 'CMRmap_r'");
    assertThatThrownBy(() -> Colormap.named("nipy-spectral"))
        .hasMessageEndingWith("write 'nipy_spectral'");
    assertThatThrownBy(() -> Colormap.named("grey")).hasMessageEndingWith("write 'gray'");
  }

  @ParameterizedTest
  @EnumSource(DType.class)
  void greysAreTheRedOfThePicture(DType type) {
    double[] values = new double[5003];
    Random random = new Random(7);
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextGaussian() * 90 + 20;
    }
    values[1] = Double.NaN;
    values[4099] = Double.POSITIVE_INFINITY;
    values[5002] = Double.NEGATIVE_INFINITY;
    NdArray array = NdArray.of(type, values, 5003, 1);
    for (String name : List.of("gray", "gray_r", "viridis")) {
      for (ValueRange range :
          List.of(ValueRange.of(array), new ValueRange(-1.5, 30), new ValueRange(3, 3))) {
        byte[] colours = Colormap.named(name).apply(array, range).toBytes();
        byte[] greys = Colormap.named(name).greys(array, range).toBytes();
        for (int i = 0; i < greys.length; i++) {
          assertThat(greys[i])
              .as("%s of value %d over %s", name, i, range)
              .isEqualTo(colours[3 * i]);
        }
      }
    }
  }
}
