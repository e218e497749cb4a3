package penumbra.dicom.grey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static penumbra.dicom.grey.Rows.ds;
import static penumbra.dicom.grey.Rows.items;
import static penumbra.dicom.grey.Rows.table;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import penumbra.core.DType;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomException;
import penumbra.dicom.DicomObject;
import penumbra.dicom.Element;
import penumbra.dicom.Tag;
import penumbra.dicom.Tags;
import penumbra.dicom.Vr;
import penumbra.io.format.GreyValues;
import penumbra.io.format.ReadOptions;

class DicomImageTest {
  private static final ReadOptions STANDARD = ReadOptions.standard();

  private static DicomImage image(DicomObject object) throws DicomException {
    return DicomImage.of(object, STANDARD);
  }

  private static double[] levels(DicomImage image) {
    return image.display(DType.UINT8).toDoubles();
  }

  @ParameterizedTest
  @CsvSource({
    "12, false, 1, 0, UINT16",
    "12, false, 1, -1024, INT16",
    "16, false, 1, -1024, INT32",
    "16, false, 1, 70000, INT32",
    "16, true, 1, -1024, INT32",
    "12, true, 1, -1024, INT16",
    "12, false, 1, 50000, UINT16",
    "12, false, 0.5, 0, FLOAT32",
    "12, false, 1, 0.5, FLOAT32",
    "12, false, 2, 0, FLOAT32",
  })
  void modalityValuesStayWholeWhereTheyAreAndFit(
      int bits, boolean signed, String slope, String intercept, DType type) throws DicomException {
    DicomImage image =
        image(
            Rows.of(
                bits,
                signed,
                new int[] {0, 1, 700},
                ds(Tags.RESCALE_SLOPE, slope),
                ds(Tags.RESCALE_INTERCEPT, intercept)));
    assertThat(image.modality().type()).isEqualTo(type);
    double factor = Double.parseDouble(slope);
    double offset = Double.parseDouble(intercept);
    assertThat(image.modality().toDoubles())
        .containsExactly(offset, factor + offset, 700 * factor + offset);
  }

  @Test
  void storedValuesKnowNeitherRescaleNorWindow() throws DicomException {
    DicomObject object =
        Rows.of(
            12,
            false,
            new int[] {5, 9},
            ds(Tags.RESCALE_SLOPE, "0"),
            ds(Tags.RESCALE_INTERCEPT, "x"),
            ds(Tags.WINDOW_CENTER, "7"),
            ds(Tags.WINDOW_WIDTH, "3"));
    DicomImage image = DicomImage.of(object, STANDARD.withValues(GreyValues.STORED));
    assertThat(image.modality().toDoubles()).containsExactly(5, 9);
    assertThat(image.windows()).isEmpty();
    assertThatThrownBy(() -> image(object)).isInstanceOf(DicomException.class);
  }

  @Test
  void theModalitysTableCountsBeforeARescale() throws DicomException {
    DicomImage image =
        image(
            Rows.of(
                8,
                true,
                new int[] {-3, -2, -1, 0, 1},
                ds(Tags.RESCALE_SLOPE, "2"),
                items(Tags.MODALITY_LUT_SEQUENCE, table(-2, 12, 100, 200, 300))));
    assertThat(image.modality().toDoubles()).containsExactly(100, 100, 200, 300, 300);
    assertThat(image.modality().type()).isEqualTo(DType.UINT16);
    assertThat(image.odd())
        .contains("There are a modality's table and a rescale; the table applies.");
  }

  @Test
  void aTableOfNoEntriesHas65536AndHasToHaveThoseThatAreNeeded() {
    assertThatThrownBy(() ->
            image(
                Rows.of(
                    8,
                    false,
                    new int[] {1, 2},
                    items(
                        Tags.MODALITY_LUT_SEQUENCE,
                        DataSet.of(
                            Element.ofUnsignedShorts(Tags.LUT_DESCRIPTOR, 0, 0, 16),
                            Element.ofUnsignedShorts(Tags.LUT_DATA, 1, 2))))))
        .hasMessage(
            "must have an entry for each of its values in the modality's LUT Data (0028,3006),"
                + " but has"
                + " 2 of 65536 entries, and values up to 2; read the stored values instead");
  }

  @Test
  void refusesATableThatCannotBe() {
    assertThatThrownBy(() ->
            image(
                Rows.of(
                    8,
                    false,
                    new int[] {1},
                    items(Tags.MODALITY_LUT_SEQUENCE, table(0, 17, 1, 2)))))
        .hasMessage(
            "must have entries of 1 to 16 bits in its LUT (0028,3002), but has 17; ask its"
                + " maker to correct it");
    DataSet two =
        DataSet.of(
            Element.ofUnsignedShorts(Tags.LUT_DESCRIPTOR, 1, 0),
            Element.ofUnsignedShorts(Tags.LUT_DATA, 1));
    assertThatThrownBy(
            () -> image(Rows.of(8, false, new int[] {1}, items(Tags.MODALITY_LUT_SEQUENCE, two))))
        .hasMessage(
            "must have three numbers in the LUT Descriptor (0028,3002), but has fewer; ask its"
                + " maker to correct it");
  }

  @Test
  void paddingCountsInNoRangeAndIsBlackWhicheverEndIsLight() throws DicomException {
    for (String photometric : List.of("MONOCHROME1", "MONOCHROME2")) {
      DicomImage image =
          image(
              Rows.of(
                  16,
                  true,
                  new int[] {-2000, -1990, 100, 200, 300},
                  Element.ofText(Tags.PHOTOMETRIC_INTERPRETATION, Vr.CS, photometric),
                  Element.ofUnsignedShorts(Tags.PIXEL_PADDING_VALUE, -2000 & 0xFFFF),
                  Element.ofUnsignedShorts(Tags.PIXEL_PADDING_RANGE_LIMIT, -1985 & 0xFFFF)));
      boolean inverted = photometric.equals("MONOCHROME1");
      assertThat(levels(image))
          .containsExactly(0, 0, inverted ? 255 : 0, inverted ? 127 : 128, inverted ? 0 : 255);
      assertThat(image.measured().toDoubles()).containsExactly(100, 200, 300);
    }
  }

  @Test
  void paddingOfEveryPixelIsPassedOver() throws DicomException {
    DicomImage image =
        image(
            Rows.of(
                8, false, new int[] {7, 7}, Element.ofUnsignedShorts(Tags.PIXEL_PADDING_VALUE, 7)));
    assertThat(image.measured().size()).isEqualTo(2);
    assertThat(image.odd()).contains("Every pixel has the padding value 7; it is ignored.");
  }

  @ParameterizedTest
  @CsvSource({
    "MONOCHROME1, '', true",
    "MONOCHROME1, INVERSE, true",
    "MONOCHROME1, IDENTITY, true",
    "MONOCHROME2, '', false",
    "MONOCHROME2, INVERSE, true",
    "MONOCHROME2, IDENTITY, false",
  })
  void polarityComesFromThePhotometricInterpretationOrTheShape(
      String photometric, String shape, boolean inverted) throws DicomException {
    DicomImage image =
        image(
            Rows.of(
                8,
                false,
                new int[] {0, 255},
                Element.ofText(Tags.PHOTOMETRIC_INTERPRETATION, Vr.CS, photometric),
                Element.ofText(Tags.PRESENTATION_LUT_SHAPE, Vr.CS, shape)));
    assertThat(image.inverted()).isEqualTo(inverted);
  }

  @Test
  void aFileWithoutAWindowIsShownFromTheRangeOfItsValues() throws DicomException {
    assertThat(levels(image(Rows.of(12, false, new int[] {100, 200, 300}))))
        .containsExactly(0, 128, 255);
    assertThat(levels(image(Rows.of(12, false, new int[] {7, 7})))).containsExactly(0, 0);
  }

  private static DicomObject withChoices() {
    return Rows.of(
        12,
        false,
        new int[] {0, 50, 100, 4095},
        ds(Tags.WINDOW_CENTER, "50.5\\2000"),
        ds(Tags.WINDOW_WIDTH, "101\\4000"),
        Element.ofText(Tags.WINDOW_CENTER_WIDTH_EXPLANATION, Vr.LO, "NARROW\\WIDE"),
        items(
            Tags.VOI_LUT_SEQUENCE,
            table(0, 8, 255, 0).with(Element.ofText(Tags.LUT_EXPLANATION, Vr.LO, "FLIP"))));
  }

  @ParameterizedTest
  @CsvSource({
    "1, window 1 of the file",
    "2, window 2 of the file",
    "3, table 3 of the file",
    "wide, window 2 of the file",
    "FLIP, table 3 of the file",
    "50/100, the window asked for",
    "-600/1500.5, the window asked for",
    "full, 'the range of values, as asked for'",
  })
  void aWindowIsChosenByNumberByNameOrAsNumbers(String asked, String origin) throws DicomException {
    DicomImage image = DicomImage.of(withChoices(), STANDARD.withWindow(asked));
    assertThat(image.window().origin()).isEqualTo(origin);
  }

  @Test
  void theFirstWindowIsTakenUnlessAnotherIsAskedFor() throws DicomException {
    DicomImage image = image(withChoices());
    assertThat(image.windows()).hasSize(3);
    assertThat(image.window()).isEqualTo(image.windows().getFirst());
    assertThat(levels(image)).containsExactly(0, 128, 255, 255);
    assertThat(levels(DicomImage.of(withChoices(), STANDARD.withWindow("flip"))))
        .containsExactly(255, 0, 0, 0);
  }

  @Test
  void aWindowThatIsNotThereIsAnErrorThatListsThoseThatAre() {
    assertThatThrownBy(() -> DicomImage.of(withChoices(), STANDARD.withWindow("4")))
        .hasMessage(
            "must have the window '4' that is asked for, but has window 1 of the file, 'NARROW':"
                + " center 50.5, width 101, LINEAR; window 2 of the file, 'WIDE': center 2000,"
                + " width"
                + " 4000, LINEAR; table 3 of the file, 'FLIP': 2 entries for the values from 0"
                + " to 1;"
                + " give a number, a name, CENTER/WIDTH or full");
  }

  @Test
  void windowsThatCannotBeAreToldAndPassedOver() throws DicomException {
    DicomImage image =
        image(
            Rows.of(
                12,
                false,
                new int[] {0, 9},
                ds(Tags.WINDOW_CENTER, "50\\60\\70"),
                ds(Tags.WINDOW_WIDTH, "0\\10")));
    assertThat(image.windows()).hasSize(1);
    assertThat(image.odd())
        .contains(
            "There are 3 Window Centers and 2 Window Widths; those without a partner are ignored.",
            "The window 50/0 cannot be (width must be a finite number of at least 1, but is"
                + " 0.0; give"
                + " the stretch of grey levels from black to white); ignored.");
  }

  @Test
  void functionalGroupsCountForTheirFrame() throws DicomException {
    DicomObject object =
        Rows.of(
            2,
            12,
            false,
            new int[] {1, 2, 3, 4},
            items(
                Tags.SHARED_FUNCTIONAL_GROUPS_SEQUENCE,
                DataSet.of(
                    items(
                        Tags.PIXEL_MEASURES_SEQUENCE,
                        DataSet.of(ds(Tags.PIXEL_SPACING, "0.5\\0.25"))),
                    items(
                        Tags.PIXEL_VALUE_TRANSFORMATION_SEQUENCE,
                        DataSet.of(ds(Tags.RESCALE_SLOPE, "1"), ds(Tags.RESCALE_INTERCEPT, "7"))))),
            items(
                Tags.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE,
                DataSet.of(
                    items(
                        Tags.FRAME_VOI_LUT_SEQUENCE,
                        DataSet.of(ds(Tags.WINDOW_CENTER, "8"), ds(Tags.WINDOW_WIDTH, "2")))),
                DataSet.of(
                    items(
                        Tags.PIXEL_VALUE_TRANSFORMATION_SEQUENCE,
                        DataSet.of(
                            ds(Tags.RESCALE_SLOPE, "2"), ds(Tags.RESCALE_INTERCEPT, "-1"))))));
    DicomImage first = DicomImage.of(object, STANDARD.withFrame(1));
    assertThat(first.modality().toDoubles()).containsExactly(8, 9);
    assertThat(first.window().origin()).isEqualTo("window 1 of the file");
    assertThat(first.radiograph("x", GreyValues.MODALITY).spacing()).containsExactly(0.5, 0.25);
    DicomImage second = DicomImage.of(object, STANDARD.withFrame(2));
    assertThat(second.modality().toDoubles()).containsExactly(5, 7);
    assertThat(second.windows()).isEmpty();
  }

  @Test
  void aFileOfSeveralFramesWantsToKnowWhich() {
    DicomObject object = Rows.of(2, 12, false, new int[] {1, 2});
    assertThatThrownBy(() -> image(object))
        .hasMessage(
            "must hold one picture, or be read with the number of a frame, but holds 2; choose one"
                + " from 1 to 2");
    assertThatThrownBy(() -> DicomImage.of(object, STANDARD.withFrame(3)))
        .hasMessage("must have the frame 3 that is asked for, but has 2 frames; choose another");
  }

  @ParameterizedTest
  @CsvSource({
    "1.2.840.10008.5.1.4.1.1.88.33, a structured report of modality SR,"
        + " name the images that it speaks of",
    "1.2.840.10008.5.1.4.1.1.481.5, an RT plan of modality SR,"
        + " name the RT dose that belongs to it",
    "1.2.840.10008.5.1.4.1.1.104.1, a PDF document of modality SR, open it in a viewer of documents",
  })
  void anObjectWithoutPixelsSaysWhatItIs(String sopClass, String kind, String remedy) {
    DicomObject object =
        DicomObject.of(
            penumbra.dicom.TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
            DataSet.of(
                Element.ofText(Tags.SOP_CLASS_UID, Vr.UI, sopClass),
                Element.ofText(Tags.MODALITY, Vr.CS, "SR")));
    assertThatThrownBy(() -> image(object))
        .hasMessage(
            "must hold an image, but is %s, without pixel data; %s".formatted(kind, remedy));
  }

  @ParameterizedTest
  @CsvSource({
    "(0028-0030), 0.2\\0.1, '', 0.2, 0.1",
    "(0018-1164), 0.2\\0.1, '', 0.2, 0.1",
    "(0018-1164), 0.2\\0.1, 2, 0.1, 0.05",
    "(0018-2010), 0.2\\0.1, 2, 0.2, 0.1",
  })
  void spacingComesFromThePatientElseTheDetectorElseTheFilm(
      String tag, String text, String magnification, double rows, double columns)
      throws DicomException {
    Tag spacing = Tag.of(Integer.parseInt(tag, 1, 5, 16), Integer.parseInt(tag, 6, 10, 16));
    DicomImage image =
        image(
            Rows.of(
                8,
                false,
                new int[] {1, 2},
                ds(spacing, text),
                ds(Tags.ESTIMATED_RADIOGRAPHIC_MAGNIFICATION_FACTOR, magnification)));
    assertThat(image.radiograph("x", GreyValues.MODALITY).spacing()).containsExactly(rows, columns);
  }

  @Test
  void aSpacingThatIsNoDistanceIsToldAndPassedOver() throws DicomException {
    DicomImage image =
        image(Rows.of(8, false, new int[] {1, 2}, ds(Tags.PIXEL_SPACING, "0.000\\0")));
    assertThat(image.radiograph("x", GreyValues.MODALITY).spacing()).isEmpty();
    assertThat(image.odd())
        .contains("Pixel Spacing (0028,0030) is 0.000\\0, which is not a distance; ignored.");
  }
}
