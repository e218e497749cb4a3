package penumbra.dicom.derive;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import penumbra.core.NdArray;
import penumbra.core.display.Window;
import penumbra.dicom.DataSet;
import penumbra.dicom.DataSetBuilder;
import penumbra.dicom.DicomException;
import penumbra.dicom.Element;
import penumbra.dicom.Tag;
import penumbra.dicom.Tags;
import penumbra.dicom.Value.Bytes;
import penumbra.dicom.Vr;
import penumbra.dicom.pixel.Photometric;
import penumbra.io.format.Derivation;
import penumbra.io.format.ValueScale;

/// The elements about the pixels of a result: how they are stored, how they are converted back to
/// values, and how they are displayed.
///
/// **Polarity.** A result on its source's scale, or on one that follows it, keeps the source's
/// polarity: `MONOCHROME1`, or Presentation LUT Shape INVERSE, becomes `MONOCHROME1`, so that a
/// smoothed radiograph looks like the original. All others are `MONOCHROME2`: large values, such as
/// strong edges, are light. Volumes are always `MONOCHROME2`, since their kind allows nothing else.
/// **The window** is the requested one. Without one, a result on the scale of its source's modality
/// values has the source's windows, and all others a window that spans their values. Images for
/// processing must not have one, so they get only a requested one.
final class PixelElements {
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final StoredPixels pixels;
  private final ResultClass kind;
  private final Derivation derivation;

  /// The source, if its polarity applies.
  private final Optional<DataSet> polarityOf;

  /// The source, if its windows and its unit apply.
  private final Optional<DataSet> scaleOf;

  PixelElements(
      StoredPixels pixels, ResultClass kind, Optional<DataSet> source, Derivation derivation) {
    this.pixels = pixels;
    this.kind = kind;
    this.derivation = derivation;
    Optional<DataSet> grey = source.filter(PixelElements::isGrey);
    this.polarityOf = grey.filter(_ -> derivation.scale() != ValueScale.OWN);
    this.scaleOf = grey.filter(_ -> derivation.scale() == ValueScale.MODALITY);
  }

  DataSet build() {
    var builder = new DataSetBuilder();
    addForm(builder);
    addRescale(builder);
    addWindow(builder);
    return builder.build();
  }

  private void addForm(DataSetBuilder builder) {
    NdArray values = pixels.values();
    int rank = values.rank();
    boolean inverse =
        !kind.isMultiFrame() && polarityOf.map(PixelElements::isInverse).orElse(false);
    builder
        .shorts(Tags.SAMPLES_PER_PIXEL, 1)
        .text(Tags.PHOTOMETRIC_INTERPRETATION, inverse ? "MONOCHROME1" : "MONOCHROME2")
        .shorts(Tags.ROWS, values.length(rank - 2))
        .shorts(Tags.COLUMNS, values.length(rank - 1))
        .shorts(Tags.BITS_ALLOCATED, pixels.bitsAllocated())
        .shorts(Tags.BITS_STORED, pixels.bitsStored())
        .shorts(Tags.HIGH_BIT, pixels.bitsStored() - 1)
        .shorts(Tags.PIXEL_REPRESENTATION, pixels.isSigned() ? 1 : 0)
        .add(
            number(Tags.SMALLEST_IMAGE_PIXEL_VALUE, pixels.smallest()),
            number(Tags.LARGEST_IMAGE_PIXEL_VALUE, pixels.largest()),
            data(values));
    if (kind.hasLutShape()) {
      builder.text(Tags.PRESENTATION_LUT_SHAPE, inverse ? "INVERSE" : "IDENTITY");
    }
    if (kind.isMultiFrame()) {
      builder
          .text(Tags.PRESENTATION_LUT_SHAPE, "IDENTITY")
          .text(Tags.NUMBER_OF_FRAMES, Integer.toString(values.length(0)));
    }
  }

  private void addRescale(DataSetBuilder builder) {
    boolean always =
        kind != ResultClass.SECONDARY_CAPTURE && kind != ResultClass.MAGNETIC_RESONANCE;
    if (always || !pixels.isPlain()) {
      builder
          .text(Tags.RESCALE_INTERCEPT, pixels.intercept())
          .text(Tags.RESCALE_SLOPE, pixels.slope())
          .text(
              Tags.RESCALE_TYPE,
              scaleOf.flatMap(source -> source.text(Tags.RESCALE_TYPE)).orElse("US"));
    }
  }

  private void addWindow(DataSetBuilder builder) {
    if (derivation.window().isPresent()) {
      add(derivation.window().get(), builder);
      return;
    }
    if (kind.isForProcessing()) {
      return;
    }
    Optional<DataSet> window = scaleOf.filter(PixelElements::hasWindow);
    if (window.isPresent()) {
      for (Tag tag :
          List.of(
              Tags.WINDOW_CENTER,
              Tags.WINDOW_WIDTH,
              Tags.WINDOW_CENTER_WIDTH_EXPLANATION,
              Tags.VOI_LUT_FUNCTION)) {
        window.get().element(tag).ifPresent(builder::add);
      }
      return;
    }
    double middle = (pixels.min() + pixels.max()) / 2;
    double width = pixels.max() - pixels.min();
    if (pixels.whole()) {
      // LINEAR: black up to center - 1/2 - (width - 1)/2, white from center - 1/2 + (width - 1)/2.
      builder
          .text(Tags.WINDOW_CENTER, DecimalText.of(middle + 0.5))
          .text(Tags.WINDOW_WIDTH, DecimalText.of(width + 1));
    } else {
      builder
          .text(Tags.WINDOW_CENTER, readable(middle))
          .text(Tags.WINDOW_WIDTH, readable(width > 0 ? width : 1))
          .text(Tags.VOI_LUT_FUNCTION, "LINEAR_EXACT");
    }
  }

  private static void add(Window window, DataSetBuilder builder) {
    builder
        .text(Tags.WINDOW_CENTER, DecimalText.of(window.center()))
        .text(Tags.WINDOW_WIDTH, DecimalText.of(window.width()));
    if (window.function() != Window.Function.LINEAR) {
      builder.text(Tags.VOI_LUT_FUNCTION, window.function().name());
    }
  }

  /// A window is for the eye, which distinguishes only some hundred levels.
  private static String readable(double value) {
    return DecimalText.of(new BigDecimal(value).round(new MathContext(7)).doubleValue());
  }

  private Element number(Tag tag, int value) {
    MemorySegment bytes = MemorySegment.ofArray(new byte[2]);
    bytes.set(SHORT, 0, (short) value);
    return new Element(tag, pixels.isSigned() ? Vr.SS : Vr.US, new Bytes(bytes));
  }

  private static Element data(NdArray values) {
    return new Element(
        Tags.PIXEL_DATA, values.type().bytes() == 1 ? Vr.OB : Vr.OW, new Bytes(values.segment()));
  }

  private static boolean isGrey(DataSet source) {
    return Photometric.told(source).filter(told -> !told.isColour()).isPresent();
  }

  private static boolean isInverse(DataSet source) {
    return Photometric.told(source).filter(Photometric.MONOCHROME1::equals).isPresent()
        || source.text(Tags.PRESENTATION_LUT_SHAPE).orElse("").equalsIgnoreCase("INVERSE");
  }

  private static boolean hasWindow(DataSet source) {
    try {
      double[] centers = source.numbers(Tags.WINDOW_CENTER);
      double[] widths = source.numbers(Tags.WINDOW_WIDTH);
      boolean exact = !source.text(Tags.VOI_LUT_FUNCTION).orElse("LINEAR").equals("LINEAR");
      return centers.length > 0
          && centers.length == widths.length
          && java.util.Arrays.stream(widths).allMatch(width -> exact ? width > 0 : width >= 1);
    } catch (DicomException noNumbers) {
      return false; // a window that cannot be read is as good as none, and the result gets its own
    }
  }
}
