package penumbra.dicom.grey;

import static org.assertj.core.api.Assertions.assertThat;
import static penumbra.dicom.grey.Rows.ds;
import static penumbra.dicom.grey.Rows.items;
import static penumbra.dicom.grey.Rows.table;

import java.lang.foreign.MemorySegment;
import java.util.List;
import org.junit.jupiter.api.Test;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomException;
import penumbra.dicom.DicomObject;
import penumbra.dicom.Element;
import penumbra.dicom.Tags;
import penumbra.dicom.TransferSyntax;
import penumbra.dicom.Value;
import penumbra.dicom.Vr;
import penumbra.dicom.codec.Jpeg2000Streams;
import penumbra.io.format.GreyValues;
import penumbra.io.format.ReadOptions;

class DicomExplanationTest {
  private static DicomExplanation explain(DicomObject object) throws DicomException {
    return DicomExplanation.of(DicomImage.of(object, ReadOptions.standard()));
  }

  private static List<String> lines(DicomExplanation explanation) {
    return explanation.steps().stream()
        .map(step ->
            step.topic()
                + ": "
                + step.text()
                + step.range().map(r -> " " + r.min() + ".." + r.max()).orElse(""))
        .toList();
  }

  @Test
  void tellsEveryStepWithItsRange() throws DicomException {
    DicomExplanation explanation =
        explain(
            Rows.of(
                12,
                false,
                new int[] {0, 24, 1024, 2048, 4000},
                Element.ofText(Tags.PHOTOMETRIC_INTERPRETATION, Vr.CS, "MONOCHROME1"),
                Element.ofUnsignedShorts(Tags.PIXEL_PADDING_VALUE, 4000),
                ds(Tags.RESCALE_SLOPE, "1"),
                ds(Tags.RESCALE_INTERCEPT, "-1024"),
                Element.ofText(Tags.RESCALE_TYPE, Vr.LO, "HU"),
                ds(Tags.WINDOW_CENTER, "40"),
                ds(Tags.WINDOW_WIDTH, "400"),
                ds(Tags.IMAGER_PIXEL_SPACING, "0.2\\0.2"),
                ds(Tags.ESTIMATED_RADIOGRAPHIC_MAGNIFICATION_FACTOR, "2")));
    assertThat(lines(explanation))
        .containsExactly(
            "container: DICOM, a bare data set without a meta header",
            "coding: Explicit VR Little Endian (1.2.840.10008.1.2.1)",
            "pixels: 1 rows x 5 columns, MONOCHROME1, 12 of 16 bits, high bit 11, unsigned",
            "stored: The values in the file are uint16, of which 12 bits allow 0 to"
                + " 4095. 0.0..4000.0",
            "padding: Stored values of 4000 are not part of the picture: ranges leave them out,"
                + " and they are shown black. 20.0 % of the pixels have it.",
            "modality: The modality's values are 1 x stored - 1024, in HU. They are int16."
                + " -1024.0..1024.0",
            "windows: window 1 of the file: center 40, width 400, LINEAR, which is taken",
            "window: black up to -160 (50.0 % of the pixels), white from 239 on (25.0 % of the"
                + " pixels above it).",
            "polarity: MONOCHROME1: low values are light, so the picture is inverted after the"
                + " window: its black is shown white.",
            "display: Levels from 0, black, to 255, white, or to 65535 in 16 bits. 0.0..255.0",
            "spacing: 0.1 x 0.1 mm (Imager Pixel Spacing divided by the magnification 2)");
    assertThat(explanation.odd())
        .containsExactly(
            "MONOCHROME1: programs that do not know it show the picture as a negative.");
  }

  @Test
  void tellsOfAWindowBesideTheValues() throws DicomException {
    DicomExplanation explanation =
        explain(
            Rows.of(
                12,
                false,
                new int[] {10, 20},
                ds(Tags.WINDOW_CENTER, "2000"),
                ds(Tags.WINDOW_WIDTH, "101")));
    assertThat(explanation.odd())
        .containsExactly(
            "The window from 1949.5 to 2049.5 lies outside of the values, 10 to 20: all is black.");
  }

  @Test
  void tellsOfATableWhoseEntriesAreNotThoseOfItsBits() throws DicomException {
    assertThat(
            explain(
                    Rows.of(
                        8,
                        false,
                        new int[] {0, 1},
                        items(Tags.VOI_LUT_SEQUENCE, table(0, 16, 0, 4095))))
                .odd())
        .containsExactly(
            "The largest entry of a VOI LUT is 4095, though its bits allow 65535; it is shown"
                + " white.");
    assertThat(
            explain(
                    Rows.of(
                        8,
                        false,
                        new int[] {0, 1},
                        items(Tags.VOI_LUT_SEQUENCE, table(0, 10, 0, 4095))))
                .odd())
        .containsExactly(
            "The largest entry of a LUT is 4095, though its descriptor says 10 bits; the"
                + " entries count.");
  }

  @Test
  void tellsOfWhatIsMissingAndOfWrongRepresentations() throws DicomException {
    assertThat(
            explain(
                    Rows.of(
                        8,
                        false,
                        new int[] {3, 3},
                        new Element(
                            Tags.PIXEL_SPACING,
                            Vr.LO,
                            Element.ofText(Tags.PIXEL_SPACING, Vr.LO, "1\\1").value())))
                .odd())
        .containsExactly(
            "Pixel Spacing (0028,0030) has the representation LO, not DS.",
            "The file has no window and no VOI table, so each such picture is shown from its own"
                + " range.",
            "All pixels have one value, 3.");
  }

  @Test
  void colourKnowsNeitherWindowNorRescale() throws DicomException {
    DicomObject colour =
        DicomObject.of(
            TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
            DataSet.of(
                Element.ofUnsignedShorts(Tags.SAMPLES_PER_PIXEL, 3),
                Element.ofText(Tags.PHOTOMETRIC_INTERPRETATION, Vr.CS, "RGB"),
                Element.ofUnsignedShorts(Tags.ROWS, 1),
                Element.ofUnsignedShorts(Tags.COLUMNS, 2),
                Element.ofUnsignedShorts(Tags.BITS_ALLOCATED, 8),
                Element.ofUnsignedShorts(Tags.BITS_STORED, 8),
                Element.ofUnsignedShorts(Tags.HIGH_BIT, 7),
                Element.ofUnsignedShorts(Tags.PIXEL_REPRESENTATION, 0),
                ds(Tags.WINDOW_CENTER, "4"),
                ds(Tags.WINDOW_WIDTH, "2"),
                ds(Tags.RESCALE_SLOPE, "2"),
                Element.ofBytes(Tags.PIXEL_DATA, Vr.OB, new byte[] {9, 9, 9, 50, 50, 50})));
    assertThat(lines(explain(colour)))
        .containsExactly(
            "container: DICOM, a bare data set without a meta header",
            "coding: Explicit VR Little Endian (1.2.840.10008.1.2.1)",
            "pixels: 1 rows x 2 columns, RGB, 8 of 8 bits, high bit 7, unsigned",
            "grey: Kept the value of red, green and blue, which are equal in every pixel."
                + " 9.0..50.0",
            "display: Levels from 0, black, to 255, white, or to 65535 in 16 bits. 9.0..50.0",
            "spacing: Not known.");
    DicomImage image = DicomImage.of(colour, ReadOptions.standard());
    assertThat(DicomFacts.of(image, false))
        .extracting(Fact::label)
        .containsExactly("coding", "stored as");
    assertThat(image.radiograph("colour", GreyValues.MODALITY).decodingSteps())
        .containsExactly("Kept the value of red, green and blue, which are equal in every pixel.");
  }

  @Test
  void tellsWhatTheSyntaxPromisesAndThePixelsDoNotKeep() throws DicomException {
    var stream = Jpeg2000Streams.named("grey-16");
    var pixels =
        new Value.Fragments(
            MemorySegment.ofArray(new byte[0]), List.of(MemorySegment.ofArray(stream.coded)));
    DataSet data =
        Rows.of(16, false, new int[1])
            .data()
            .with(Element.ofUnsignedShorts(Tags.ROWS, stream.form.rows()))
            .with(Element.ofUnsignedShorts(Tags.COLUMNS, stream.form.columns()))
            .with(Element.ofText(Tags.LOSSY_IMAGE_COMPRESSION, Vr.CS, "00"))
            .with(new Element(Tags.PIXEL_DATA, Vr.OB, pixels));
    DicomExplanation explanation = explain(DicomObject.of(TransferSyntax.JPEG_BASELINE, data));
    assertThat(lines(explanation))
        .contains(
            "coding: JPEG Baseline (1.2.840.10008.1.2.4.50); the pixels lost detail when they were"
                + " compressed",
            "decoding: Decoded JPEG 2000, which the coded frame is, though the transfer syntax says"
                + " JPEG Baseline (mislabelled), 16 bits a sample.");
    assertThat(explanation.odd())
        .contains(
            "Lossy Image Compression (0028,2110) says that no detail was lost, though JPEG Baseline"
                + " always loses some.");
  }
}
