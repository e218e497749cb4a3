package penumbra.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import penumbra.catalogue.Catalogue;
import penumbra.catalogue.GreyScales;
import penumbra.catalogue.Operation;
import penumbra.catalogue.OperationCall;
import penumbra.catalogue.OperationChain;
import penumbra.catalogue.Parameter;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.Filter;
import penumbra.core.GreyScale;
import penumbra.core.NdArray;
import penumbra.core.Radiograph;
import penumbra.imaging.job.ImageSteps;

/// Every operation with parameters in grey levels means the same picture at any depth, by its
/// defaults and by shares of the grey scale.
class OperationDepthTest {
  private static final Execution ONE = Execution.ofThreads(1);

  static Stream<Arguments> operationsAndDepths() {
    return Catalogue.operations().stream()
        .filter(operation -> operation.parameters().stream().anyMatch(Parameter::takesShares))
        .flatMap(one -> Stream.of(DepthTwins.values()).map(twin -> Arguments.of(one, twin)));
  }

  @ParameterizedTest
  @MethodSource("operationsAndDepths")
  void sharesMeanTheSameAtAnyDepth(Operation operation, DepthTwins twin) {
    if (operation.name().equals("clahe") && twin == DepthTwins.FRACTIONS) {
      return; // takes no fractions, and says so
    }
    OperationCall call = new OperationCall(operation, shares(operation));
    DepthTwins.assertAlike(made(call, DepthTwins.EIGHT_BITS), made(call, twin), twin, 1.0);
  }

  private static Map<String, String> shares(Operation operation) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Parameter parameter : operation.parameters()) {
      if (parameter.takesShares() && !parameter.standard().contains("/")) {
        values.putIfAbsent(parameter.name(), parameter.standard() + "/255");
      }
      if (parameter.name().equals("boundary")) {
        values.put("boundary", "constant");
        values.put("cval", "100/255");
      }
      if (operation.name().equals("standardize") && parameter.name().equals("mode")) {
        values.putAll(Map.of("mode", "given", "mean", "100/255", "deviation", "50/255"));
      }
      if (parameter.name().equals("output-type")) {
        values.put("output-type", operation.name().equals("window") ? "uint8" : "float32");
      }
    }
    return values;
  }

  private static Radiograph made(OperationCall call, DepthTwins twin) {
    Radiograph image = GreyScales.told(twin.image());
    return ImageSteps.of(call).apply(image, ONE).image();
  }

  @Test
  void narrowWindowsOfFractionsAreThoseOfEightBits() {
    var call =
        new OperationCall(
            Catalogue.operation("window"), Map.of("center", "100/255", "width", "60/255"));
    for (DepthTwins twin : DepthTwins.values()) {
      // A level of 8 bits is rounded, which a narrow window shows four times as large.
      double levels = twin == DepthTwins.TWELVE_BITS ? 2 : 1;
      DepthTwins.assertAlike(made(call, DepthTwins.EIGHT_BITS), made(call, twin), twin, levels);
    }
  }

  @Test
  void defaultsInGreyLevelsAreShares() {
    List<String> plain =
        Catalogue.operations().stream()
            .flatMap(operation ->
                operation.parameters().stream()
                    .filter(Parameter::takesShares)
                    .filter(parameter -> !parameter.standard().contains("/"))
                    .map(parameter -> operation.name() + "." + parameter.name()))
            .filter(name -> !name.endsWith(".cval"))
            .toList();
    // Standardising counts them in mode given alone, and letterbox fills with black.
    assertThat(plain)
        .containsExactlyInAnyOrder("standardize.mean", "standardize.deviation", "letterbox.fill");
  }

  @Test
  void aShareFollowsTheScaleThroughAChain() {
    var gaussian = new OperationCall(Catalogue.operation("gaussian"), Map.of());
    var threshold = new OperationCall(Catalogue.operation("threshold"), Map.of("mode", "binary"));
    var unit = new OperationCall(Catalogue.operation("map-range"), Map.of());
    var chain = new OperationChain(List.of(gaussian, unit, threshold));
    Radiograph bytes =
        ImageSteps.of(chain).apply(GreyScales.told(DepthTwins.EIGHT_BITS.image()), ONE).image();
    Radiograph deep =
        ImageSteps.of(chain).apply(GreyScales.told(DepthTwins.SIXTEEN_BITS.image()), ONE).image();

    assertThat(bytes.pixels().toDoubles()).contains(0, 255);
    DepthTwins.assertAlike(bytes, deep, DepthTwins.SIXTEEN_BITS, 1.0);
  }

  @Test
  void aNumberThatLooksLikeEightBitsIsDoubted() {
    var keep = new OperationCall(Catalogue.operation("threshold"), Map.of("value", "150"));
    assertThat(keep.doubts(GreyScales.told(DepthTwins.EIGHT_BITS.image()))).isEmpty();
    assertThat(keep.doubts(GreyScales.told(DepthTwins.SIXTEEN_BITS.image())))
        .containsExactly(
            "threshold takes value 150 as a grey level of the file, whose levels go from 0 to"
                + " 65535; a level of 8 bits is written 150/255");
    assertThat(keep.doubts(GreyScales.told(DepthTwins.FRACTIONS.image()))).hasSize(1);

    Radiograph hounsfield =
        new Radiograph(NdArray.zeros(DType.INT16, 2, 2), "ct", List.of())
            .withScale(Optional.of(new GreyScale(-1024, 3071)));
    assertThat(keep.doubts(hounsfield)).isEmpty();
  }

  @Test
  void sharesOfAScaleThatTheImageHardlyUsesAreInDoubt() {
    var canny = new OperationCall(Catalogue.operation("canny"), Map.of());
    Radiograph image = bare(NdArray.ofUint16(new short[] {0, 2000, 4095}, 1, 3));
    assertThat(canny.doubts(image.withScale(Optional.of(GreyScale.ofBits(12))))).isEmpty();
    assertThat(canny.doubts(image.withScale(Optional.of(GreyScale.ofBits(16)))))
        .containsExactly(
            "canny takes min-val 50/255 of the levels that the file allows, 0 to 65535, but its"
                + " levels go from 0 to 4095; display values follow the file's window");
    Radiograph dark = bare(NdArray.ofUint8(new byte[] {0, 1, 2}, 1, 3));
    assertThat(canny.doubts(GreyScales.told(dark))).isEmpty();
  }

  @Test
  void whatHasNoScaleAnyMoreIsRefused() {
    var standardize = new OperationCall(Catalogue.operation("standardize"), Map.of());
    var threshold = new OperationCall(Catalogue.operation("threshold"), Map.of());
    var chain = new OperationChain(List.of(standardize, threshold));
    Radiograph image = GreyScales.told(DepthTwins.EIGHT_BITS.image());
    assertThatThrownBy(() -> chain.on(image))
        .hasMessageContaining(
            "the share 150/255 of the result of an operation that has a scale of its own");
  }

  @Test
  void darkPicturesOfSixteenBitsAreKnownByTheirLevels() {
    NdArray spread = NdArray.ofUint16(new short[] {0, 257, 514}, 1, 3);
    NdArray others = NdArray.ofUint16(new short[] {0, 258, 514}, 1, 3);
    assertThat(GreyScales.told(bare(spread)).scale()).hasValue(GreyScale.ofBits(16));
    assertThat(GreyScales.told(bare(others)).scale()).isEmpty();
  }

  private static Radiograph bare(NdArray pixels) {
    return new Radiograph(pixels, "memory", List.of());
  }

  @Test
  void filtersOfAShareAreThoseOfTheNumberForEightBits() {
    Filter share =
        Catalogue.operation("canny").build(Map.of("min-val", "50/255", "max-val", "100 / 255"));
    Filter number = Catalogue.operation("canny").build(Map.of("min-val", "50", "max-val", "100"));
    assertThat(share).isEqualTo(number);
  }
}
