package penumbra.dicom.grey;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import penumbra.core.display.GreyRange;
import penumbra.core.display.Voi;
import penumbra.dicom.DataSet;
import penumbra.dicom.Dictionary;
import penumbra.dicom.Element;
import penumbra.dicom.Tag;
import penumbra.dicom.Tags;
import penumbra.dicom.TransferSyntax;
import penumbra.dicom.Vr;

/// Finds what is odd about an image: contradictions among its attributes, and between attributes
/// and values.
final class ImageOddities {
  /// The elements that the grey values depend on.
  private static final List<Tag> TELLING =
      List.of(
          Tags.SAMPLES_PER_PIXEL,
          Tags.PHOTOMETRIC_INTERPRETATION,
          Tags.NUMBER_OF_FRAMES,
          Tags.ROWS,
          Tags.COLUMNS,
          Tags.PIXEL_SPACING,
          Tags.BITS_ALLOCATED,
          Tags.BITS_STORED,
          Tags.HIGH_BIT,
          Tags.PIXEL_REPRESENTATION,
          Tags.PIXEL_PADDING_VALUE,
          Tags.WINDOW_CENTER,
          Tags.WINDOW_WIDTH,
          Tags.RESCALE_INTERCEPT,
          Tags.RESCALE_SLOPE);

  private static final Tag DOSE_GRID_SCALING = Tag.of(0x3004, 0x000E);

  private static final String NEGATIVE =
      "MONOCHROME1: programs that do not know it show the picture as a negative.";
  private static final String OWN_RANGE =
      "The file has no window and no VOI table, so each such picture is shown from its own range.";
  private static final String DOSE = "The Dose Grid Scaling (3004,000E) of a dose is not applied.";

  /// What is worth knowing about an image whose file has no fault.
  private static final Set<String> HINTS = Set.of(NEGATIVE, OWN_RANGE, DOSE);

  private ImageOddities() {}

  /// Whether a line is about a fault of the file, not only a hint.
  static boolean isFault(String line) {
    return !HINTS.contains(line);
  }

  /// Passes each finding to `odd`, as a sentence.
  static void tell(DicomImage image, Consumer<String> odd) {
    DataSet attributes = image.attributes();
    tellRepresentations(attributes, odd);
    TransferSyntax syntax = image.object().syntax();
    if (syntax.isLossyJpeg()
        && attributes.text(Tags.LOSSY_IMAGE_COMPRESSION).orElse("").equals("00")) {
      odd.accept(
          "Lossy Image Compression (0028,2110) says that no detail was lost, though "
              + syntax.label()
              + " always loses some.");
    }
    if (image.decoded().colour()) {
      return;
    }
    tellPolarity(image, odd);
    if (image.photometric().equals("MONOCHROME1")) {
      odd.accept(NEGATIVE);
    }
    if (image.windows().isEmpty()) {
      odd.accept(OWN_RANGE);
    }
    if (attributes.has(DOSE_GRID_SCALING)) {
      odd.accept(DOSE);
    }
    if (image.modalityStep() instanceof ModalityStep.Table && attributes.has(Tags.RESCALE_SLOPE)) {
      odd.accept("There are a modality's table and a rescale; the table applies.");
    }
  }

  private static void tellPolarity(DicomImage image, Consumer<String> odd) {
    boolean lowIsLight = image.photometric().equals("MONOCHROME1");
    String shape = image.lutShape();
    if (lowIsLight && shape.equals("IDENTITY")) {
      odd.accept(
          "MONOCHROME1 says that low values are light, the Presentation LUT Shape IDENTITY that high"
              + " ones are; MONOCHROME1 applies.");
    }
    if (!lowIsLight && shape.equals("INVERSE")) {
      odd.accept(
          "MONOCHROME2 says that high values are light, the Presentation LUT Shape INVERSE that low"
              + " ones are; INVERSE counts.");
    }
  }

  private static void tellRepresentations(DataSet attributes, Consumer<String> odd) {
    for (Tag tag : TELLING) {
      Vr found = attributes.element(tag).map(Element::vr).orElse(Vr.UN);
      Dictionary.entry(tag)
          .filter(_ -> attributes.has(tag))
          .filter(entry -> !entry.vrs().contains(found))
          .ifPresent(entry ->
              odd.accept(
                  entry.name()
                      + " "
                      + tag
                      + " has the representation "
                      + found
                      + ", not "
                      + entry.vrs().getFirst()
                      + "."));
    }
  }

  /// Findings that need a look at all values; more work than [#tell].
  static void tellOfValues(DicomImage image, Consumer<String> odd) {
    if (image.decoded().colour() || image.measured().size() == 0) {
      return;
    }
    GreyRange range = GreyRange.of(image.measured(), image.execution());
    if (range.min() == range.max()) {
      odd.accept("All pixels have one value, " + ImageNumberText.text(range.min()) + ".");
      return;
    }
    Voi voi = image.window().voi();
    if (voi.white() < range.min() || voi.black() > range.max()) {
      odd.accept(
          String.format(
              Locale.ROOT,
              "The window from %s to %s lies outside of the values, %s to %s: all is %s.",
              ImageNumberText.text(voi.black()),
              ImageNumberText.text(voi.white()),
              ImageNumberText.text(range.min()),
              ImageNumberText.text(range.max()),
              voi.white() < range.min() == image.inverted() ? "black" : "white"));
    }
  }
}
