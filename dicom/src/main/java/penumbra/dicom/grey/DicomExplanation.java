package penumbra.dicom.grey;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import penumbra.core.DType;
import penumbra.core.NdArray;
import penumbra.core.display.GreyRange;
import penumbra.core.display.Voi;
import penumbra.core.display.VoiTable;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomException;
import penumbra.dicom.DicomObject;
import penumbra.dicom.Tag;
import penumbra.dicom.Tags;
import penumbra.dicom.TransferSyntax;
import penumbra.io.pixel.Luma;

/// Explains how one frame of a DICOM object becomes grey: every step from its bytes, with the
/// ranges of the values, and what is odd about it.
///
/// ```
/// DicomExplanation.of(image).steps().forEach(step -> print(step.topic(), step.text()));
/// ```
///
/// @param steps in order
/// @param odd what is odd, a sentence each
public record DicomExplanation(List<DecodingStep> steps, List<String> odd) {
  public DicomExplanation {
    steps = List.copyOf(steps);
    odd = List.copyOf(odd);
  }

  /// Explains a frame that was read with modality values.
  public static DicomExplanation of(DicomImage image) {
    List<DecodingStep> steps = new ArrayList<>();
    steps.add(DecodingStep.of("container", container(image.object())));
    steps.add(DecodingStep.of("coding", coding(image.object().syntax(), image.attributes())));
    steps.add(DecodingStep.of("pixels", pixels(image)));
    image.decoded().steps().forEach(step -> steps.add(DecodingStep.of("decoding", step)));
    if (image.decoded().colour()) {
      String luma = Luma.describe(image.decoded().values());
      steps.add(DecodingStep.of("grey", luma, GreyRange.of(image.stored(), image.execution())));
    } else {
      addGrey(image, steps);
    }
    steps.add(display(image));
    steps.add(DecodingStep.of("spacing", spacing(image)));
    List<String> odd = new ArrayList<>(image.object().notes());
    odd.addAll(image.odd());
    ImageOddities.tellOfValues(image, odd::add);
    return new DicomExplanation(steps, odd);
  }

  private static String container(DicomObject object) {
    String meta = object.meta().elements().isEmpty() ? "a bare data set without" : "a file with";
    return "DICOM, " + meta + " a meta header";
  }

  private static String coding(TransferSyntax syntax, DataSet attributes) {
    boolean lossy =
        syntax.isLossyJpeg()
            || attributes.text(Tags.LOSSY_IMAGE_COMPRESSION).orElse("").equals("01");
    String ratio =
        attributes
            .text(Tags.LOSSY_IMAGE_COMPRESSION_RATIO)
            .map(text -> ", " + text + " to 1")
            .orElse("");
    return syntax.label()
        + " ("
        + syntax.uid()
        + ")"
        + (lossy ? "; the pixels lost detail when they were compressed" + ratio : "");
  }

  private static String pixels(DicomImage image) {
    DataSet data = image.attributes();
    NdArray values = image.decoded().values();
    String frames = image.frames() == 1 ? "" : "; frame " + image.frame() + " of " + image.frames();
    return String.format(
        Locale.ROOT,
        "%d rows x %d columns, %s, %s of %s bits, high bit %s, %s%s",
        values.length(0),
        values.length(1),
        image.photometric(),
        bits(data, Tags.BITS_STORED),
        bits(data, Tags.BITS_ALLOCATED),
        bits(data, Tags.HIGH_BIT),
        values.type().min() < 0 ? "signed" : "unsigned",
        frames);
  }

  private static String bits(DataSet data, Tag tag) {
    try {
      return data.number(tag).isEmpty()
          ? "?"
          : ImageNumberText.text(data.number(tag).getAsDouble());
    } catch (DicomException noNumber) {
      return "?";
    }
  }

  private static void addGrey(DicomImage image, List<DecodingStep> steps) {
    NdArray stored = image.stored();
    steps.add(
        DecodingStep.of(
            "stored",
            "The values in the file are " + label(stored) + possible(image) + ".",
            GreyRange.of(stored, image.execution())));
    steps.add(DecodingStep.of("padding", padding(image)));
    steps.add(
        DecodingStep.of(
            "modality",
            image.modalityStep().describe() + " They are " + label(image.modality()) + ".",
            GreyRange.of(image.measured(), image.execution())));
    for (VoiOption window : image.windows()) {
      String chosen = window.equals(image.window()) ? ", which is taken" : "";
      steps.add(DecodingStep.of("windows", window.describe() + chosen));
    }
    steps.add(DecodingStep.of("window", window(image)));
    steps.add(DecodingStep.of("polarity", polarity(image)));
  }

  /// The range of the stored bits, for comparison with the actual values.
  private static String possible(DicomImage image) {
    int bits = image.decoded().bitsStored();
    if (!image.stored().type().isInteger()) {
      return "";
    }
    boolean signed = image.stored().type().min() < 0;
    double least = signed ? -Math.scalb(1.0, bits - 1) : 0;
    double most = Math.scalb(1.0, signed ? bits - 1 : bits) - 1;
    return ", of which %s bits allow %s to %s"
        .formatted(bits, ImageNumberText.text(least), ImageNumberText.text(most));
  }

  private static String label(NdArray array) {
    return array.type().label();
  }

  private static String padding(DicomImage image) {
    Optional<Padding> padding = image.paddingFound();
    if (padding.isEmpty()) {
      return "None is declared.";
    }
    return String.format(
        Locale.ROOT,
        "Stored values of %s are not part of the picture: ranges leave them out, and they are shown black. %s.",
        padding.get().range(),
        capital(share(padding.get().pixels(), image.stored().size())) + " have it");
  }

  private static String window(DicomImage image) {
    Voi voi = image.window().voi();
    NdArray values = image.measured();
    long below = 0;
    long above = 0;
    for (double value : values.toDoubles()) {
      below += value <= voi.black() ? 1 : 0;
      above += value > voi.white() ? 1 : 0;
    }
    String ends = voi instanceof VoiTable ? "the first entry" : "black";
    String others = voi instanceof VoiTable ? "the last" : "white";
    return String.format(
        Locale.ROOT,
        "%s%s up to %s (%s), %s from %s on (%s above it).",
        image.windows().contains(image.window()) ? "" : image.window().describe() + "; ",
        ends,
        ImageNumberText.text(voi.black()),
        share(below, values.size()),
        others,
        ImageNumberText.text(voi.white()),
        share(above, values.size()));
  }

  private static String share(long part, long whole) {
    if (part == 0) {
      return "no pixels";
    }
    if (part == whole) {
      return "all pixels";
    }
    double percent = 100.0 * part / whole;
    return percent < 0.1
        ? ImageNumberText.count(part, "pixel")
        : String.format(Locale.ROOT, "%.1f %% of the pixels", percent);
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private static String polarity(DicomImage image) {
    String shape =
        image
            .attributes()
            .text(Tags.PRESENTATION_LUT_SHAPE)
            .map(text -> " with the Presentation LUT Shape " + text)
            .orElse("");
    return image.photometric()
        + shape
        + (image.inverted()
            ? ": low values are light, so the picture is inverted after the window: its black is shown"
                + " white."
            : ": high values are light.");
  }

  private static DecodingStep display(DicomImage image) {
    NdArray shown = image.display(DType.UINT8);
    return DecodingStep.of(
        "display",
        "Levels from 0, black, to 255, white, or to 65535 in 16 bits.",
        GreyRange.of(shown, image.execution()));
  }

  private static String spacing(DicomImage image) {
    return image.spacing().map(Spacing::describe).orElse("Not known.");
  }
}
