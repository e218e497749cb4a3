package penumbra.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import penumbra.catalogue.Catalogue;
import penumbra.catalogue.Operation;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.Filter;
import penumbra.core.NdArray;
import penumbra.core.Polarity;
import penumbra.core.Radiograph;
import penumbra.core.display.GreyPresentation;
import penumbra.core.display.GreyRange;

/// That filters are what they say they are, those of others too, and what is made of it.
class PolarityRemarkTest {
  private static final int SIDE = 230;

  static List<Operation> operations() {
    return Catalogue.operations();
  }

  /// A smooth picture of all levels.
  private static NdArray picture() {
    byte[] levels = new byte[SIDE * SIDE];
    for (int i = 0; i < levels.length; i++) {
      int y = i / SIDE;
      int x = i % SIDE;
      double wave = Math.sin(x / 9.0) * Math.cos(y / 13.0 + x / 40.0);
      levels[i] = (byte) Math.rint(127.5 + 100 * wave + 27.0 * (x + y) / (2 * SIDE));
    }
    return NdArray.ofUint8(levels, SIDE, SIDE);
  }

  private static double correlation(NdArray a, NdArray b) {
    double[] x = a.toDoubles();
    double[] y = b.toDoubles();
    double meanX = Arrays.stream(x).average().orElse(0);
    double meanY = Arrays.stream(y).average().orElse(0);
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int i = 0; i < x.length; i++) {
      xx += (x[i] - meanX) * (x[i] - meanX);
      yy += (y[i] - meanY) * (y[i] - meanY);
      xy += (x[i] - meanX) * (y[i] - meanY);
    }
    return xy / Math.sqrt(xx * yy);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyOperationIsWhatItSays(Operation operation) {
    Filter filter = operation.standard();
    Polarity polarity = filter.polarity();
    assertThat(polarity).isNotEqualTo(Polarity.UNKNOWN);
    if (polarity != Polarity.FOLLOWS && polarity != Polarity.INDEPENDENT) {
      return; // The others are tested one by one.
    }
    NdArray picture = picture();
    NdArray result = filter.apply(picture);
    NdArray ofNegative = filter.apply(PictureInversion.of(picture, Execution.ofThreads(2)));
    double correlation = correlation(result, ofNegative);
    if (polarity == Polarity.FOLLOWS) {
      assertThat(correlation).isLessThan(-0.9);
    } else {
      assertThat(correlation).isGreaterThan(0.98);
    }
  }

  @Test
  void whatTurnsGivesTheNegative() {
    for (Filter filter :
        List.of(
            Catalogue.operation("window").build(Map.of("invert", "true")),
            Catalogue.operation("map-range").build(Map.of("to-lower", "255", "to-upper", "0")))) {
      assertThat(filter.polarity()).isEqualTo(Polarity.TURNS);
      assertThat(correlation(picture(), filter.apply(picture()))).isLessThan(-0.98);
    }
  }

  /// A filter of somebody else: the square root of the values.
  private record Root(Polarity polarity) implements Filter {
    @Override
    public NdArray apply(NdArray input, Execution execution) {
      double[] values = input.toDoubles();
      Arrays.setAll(values, i -> Math.sqrt(values[i]));
      return NdArray.of(DType.FLOAT32, values, input.shape());
    }
  }

  private static RenderedPicture shown(Filter filter, FileFormat format) {
    var low =
        new Radiograph(
            NdArray.ofUint16(new short[] {0, 100, 400, 4095}, 2, 2),
            "low.dcm",
            List.of(),
            List.of(),
            Optional.of(GreyPresentation.of(new GreyRange(0, 4095)).inverted(true)));
    NdArray result = filter.apply(low.pixels());
    return new Rendering(format, Display.standard(), Optional.empty())
        .shown(result, low, filter.keepsGreyLevels(), filter.polarity(), Execution.ofThreads(2));
  }

  @Test
  void aFilterOfOthersThatSaysThatItFollowsIsTurnedRound() {
    RenderedPicture shown = shown(new Root(Polarity.FOLLOWS), FileFormat.PNG);
    assertThat(shown.picture().toDoubles()).startsWith(255).endsWith(0);
    assertThat(shown.remark()).hasValue(PolarityRemark.TURNED);
  }

  @Test
  void aFilterOfOthersThatSaysNothingIsShownAsItStandsAndThatIsTold() {
    Filter silent = (input, execution) -> new Root(Polarity.FOLLOWS).apply(input, execution);
    RenderedPicture shown = shown(silent, FileFormat.PNG);
    assertThat(shown.picture().toDoubles()).startsWith(0).endsWith(255);
    assertThat(shown.remark()).hasValue(PolarityRemark.NOT_KNOWN);
    assertThat(PolarityRemark.NOT_KNOWN.on(Path.of("low.dcm")))
        .isEqualTo(
            "is not inverted, though low values are light in low.dcm: the operation does not"
                + " say whether they are in its result; filter display values to get what is seen");
  }

  @Test
  void valuesThatAreKeptAreToldOfButForArrays() {
    Filter root = new Root(Polarity.FOLLOWS);
    assertThat(shown(root, FileFormat.TIF).remark()).hasValue(PolarityRemark.KEPT);
    assertThat(shown(root, FileFormat.NPY).remark()).isEmpty();
    assertThat(shown(root, FileFormat.DCM).remark()).isEmpty();
    assertThat(shown(new Root(Polarity.INDEPENDENT), FileFormat.TIF).remark()).isEmpty();
  }

  @Test
  void levelsOfMoreThanEightBitsAreTurnedRoundWithinTheirOwnRange() {
    NdArray twelve = NdArray.ofUint16(new short[] {10, 100, 400, 4095}, 2, 2);
    assertThat(PictureInversion.of(twelve, Execution.ofThreads(2)).toDoubles())
        .containsExactly(4095, 4005, 3705, 10);
    NdArray eight = NdArray.ofUint8(new byte[] {0, 1, 2, 100}, 2, 2);
    assertThat(PictureInversion.of(eight, Execution.ofThreads(2)).toDoubles())
        .containsExactly(255, 254, 253, 155);
  }
}
