package penumbra.dicom.grey;

import static org.assertj.core.api.Assertions.assertThat;
import static penumbra.dicom.grey.Rows.ds;
import static penumbra.dicom.grey.Rows.items;
import static penumbra.dicom.grey.Rows.table;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import penumbra.core.DType;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomException;
import penumbra.dicom.DicomObject;
import penumbra.dicom.Element;
import penumbra.dicom.Tags;
import penumbra.dicom.Vr;
import penumbra.io.format.ReadOptions;

/// Tables that are not as their descriptors say.
class LookupTableFaultsTest {
  private static DicomImage image(DicomObject object) throws DicomException {
    return DicomImage.of(object, ReadOptions.standard());
  }

  private static double[] levels(DicomImage image) {
    return image.display(DType.UINT8).toDoubles();
  }

  private static DataSet descriptor(DataSet table, Vr vr, int entries, int first, int bits) {
    DataSet numbers =
        DataSet.of(
            Element.ofUnsignedShorts(Tags.LUT_DESCRIPTOR, entries & 0xFFFF, first & 0xFFFF, bits));
    return table.with(
        new Element(
            Tags.LUT_DESCRIPTOR, vr, numbers.element(Tags.LUT_DESCRIPTOR).orElseThrow().value()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8, 10, 12})
  void entriesLargerThanToldAreNotCut(int bits) throws DicomException {
    DataSet table = table(0, bits, 80, 4022, 300);
    DicomObject object =
        Rows.of(8, false, new int[] {0, 1, 2}, items(Tags.MODALITY_LUT_SEQUENCE, table));
    assertThat(image(object).modality().toDoubles()).containsExactly(80, 4022, 300);
    DicomImage shown =
        image(Rows.of(8, false, new int[] {0, 1, 2}, items(Tags.VOI_LUT_SEQUENCE, table)));
    assertThat(levels(shown)).containsExactly(5, bits == 12 ? 250 : 255, 19);
  }

  @Test
  void entriesOfEightBitsInWordsStayBytes() throws DicomException {
    DicomImage image =
        image(
            Rows.of(
                8,
                false,
                new int[] {0, 1},
                items(Tags.MODALITY_LUT_SEQUENCE, table(0, 8, 7, 255))));
    assertThat(image.modality().type()).isEqualTo(DType.UINT8);
    assertThat(image.modality().toDoubles()).containsExactly(7, 255);
  }

  @ParameterizedTest
  @CsvSource({"16, 1023", "16, 4095", "16, 30000", "12, 900", "12, 2000"})
  void entriesThatSpanFewerBitsThanToldAreShownUpToTheLargest(int bits, int most)
      throws DicomException {
    DataSet table = table(0, bits, 0, most / 2, most);
    DicomImage image =
        image(Rows.of(8, false, new int[] {0, 1, 2}, items(Tags.VOI_LUT_SEQUENCE, table)));
    assertThat(levels(image)[2]).isEqualTo(255);
    assertThat(levels(image)[1]).isBetween(127.0, 128.0);
    assertThat(image.odd()).anyMatch(line -> line.contains("it is shown white"));
  }

  @Test
  void aTableThatUsesItsBitsKeepsItsOwnWhite() throws DicomException {
    DicomImage image =
        image(
            Rows.of(
                8,
                false,
                new int[] {0, 1, 2},
                items(Tags.VOI_LUT_SEQUENCE, table(0, 12, 0, 2048, 3000))));
    assertThat(levels(image)).containsExactly(0, 128, 187);
    assertThat(image.odd()).isEmpty();
  }

  /// Unsigned pixels under `SS`, signed ones under `US`, and a rescale below 0 of large values.
  @ParameterizedTest
  @CsvSource({
    "SS, false, 40000, 0, 40000",
    "US, false, 40000, 0, 40000",
    "US, true, -1024, 0, -1024",
    "SS, true, -1024, 0, -1024",
    "SS, false, 100, -1024, -924",
    "US, false, 100, -1024, -924",
    "US, false, 50000, -1000, 49000",
    "SS, false, 50000, -1000, 49000",
  })
  void theFirstValueIsReadAsTheValuesAre(
      Vr vr, boolean signed, int stored, String intercept, int first) throws DicomException {
    DataSet table = descriptor(table(0, 8, 0, 51, 102, 255), vr, 4, first, 8);
    DicomImage image =
        image(
            Rows.of(
                16,
                signed,
                new int[] {stored, stored + 1, stored + 2, stored + 3},
                ds(Tags.RESCALE_INTERCEPT, intercept),
                items(Tags.VOI_LUT_SEQUENCE, table)));
    assertThat(levels(image)).containsExactly(0, 51, 102, 255);
    boolean wrong = first > 32767 ? vr == Vr.SS : first < 0 && vr == Vr.US;
    assertThat(image.odd().stream().anyMatch(line -> line.contains("The first value of a LUT")))
        .isEqualTo(wrong);
  }

  @Test
  void theFirstValueOfAModalitysTableIsReadAsTheStoredValuesAre() throws DicomException {
    DataSet table = descriptor(table(0, 12, 100, 200, 300), Vr.SS, 3, 65000, 12);
    DicomImage image =
        image(
            Rows.of(
                16,
                false,
                new int[] {64999, 65001, 65002},
                items(Tags.MODALITY_LUT_SEQUENCE, table)));
    assertThat(image.modality().toDoubles()).containsExactly(100, 200, 300);
  }

  @ParameterizedTest
  @ValueSource(strings = {"VOI", "modality"})
  void aTableThatIsShorterThanToldGoesOnWithItsLastEntry(String kind) throws DicomException {
    DataSet table = descriptor(table(0, 12, 0, 1000, 4095), Vr.US, 5, 0, 12);
    boolean voi = kind.equals("VOI");
    DicomImage image =
        image(
            Rows.of(
                8,
                false,
                voi ? new int[] {0, 1, 2, 4} : new int[] {0, 1, 2},
                items(voi ? Tags.VOI_LUT_SEQUENCE : Tags.MODALITY_LUT_SEQUENCE, table)));
    assertThat(levels(image)).startsWith(0, 62, 255).endsWith(255);
    assertThat(image.odd())
        .contains("A LUT has 3 entries, though its descriptor says 5; the last one counts beyond.");
  }

  @Test
  void itemsOfEmptyElementsArePassedOver() throws DicomException {
    DataSet empty =
        DataSet.of(
            Element.ofUnsignedShorts(Tags.LUT_DESCRIPTOR),
            Element.ofText(Tags.LUT_EXPLANATION, Vr.LO, ""),
            Element.ofUnsignedShorts(Tags.LUT_DATA));
    for (DataSet item : new DataSet[] {empty, DataSet.empty()}) {
      DicomImage image =
          image(
              Rows.of(
                  8,
                  false,
                  new int[] {0, 10},
                  ds(Tags.RESCALE_SLOPE, "2"),
                  ds(Tags.WINDOW_CENTER, "10.5"),
                  ds(Tags.WINDOW_WIDTH, "21"),
                  items(Tags.MODALITY_LUT_SEQUENCE, item),
                  items(Tags.VOI_LUT_SEQUENCE, item)));
      assertThat(image.modality().toDoubles()).containsExactly(0, 20);
      assertThat(levels(image)).containsExactly(0, 255);
      assertThat(image.odd())
          .contains(
              "The Modality LUT Sequence (0028,3000) has no table in it; ignored.",
              "An item of the VOI LUT Sequence (0028,3010) has no table; ignored.");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "XA, 1.2.840.10008.5.1.4.1.1.12.1, true",
    "RF, 1.2.840.10008.5.1.4.1.1.12.2, true",
    "OT, 1.2.840.10008.5.1.4.1.1.12.2, true",
    "XA, 1.2.840.10008.5.1.4.1.1.7, true",
    "CR, 1.2.840.10008.5.1.4.1.1.1, false",
  })
  void theModalitysTableOfAnAngiogramIsNotForDisplay(String modality, String uid, boolean skipped)
      throws DicomException {
    DicomImage image =
        image(
            Rows.of(
                8,
                false,
                new int[] {0, 100, 200},
                Element.ofText(Tags.MODALITY, Vr.CS, modality),
                Element.ofText(Tags.SOP_CLASS_UID, Vr.UI, uid),
                ds(Tags.WINDOW_CENTER, "100.5"),
                ds(Tags.WINDOW_WIDTH, "201"),
                items(Tags.MODALITY_LUT_SEQUENCE, table(0, 12, 5, 4000))));
    assertThat(image.modality().get(0, 1)).isEqualTo(skipped ? 100 : 4000);
    assertThat(levels(image)[1]).isEqualTo(skipped ? 128 : 255);
    assertThat(image.odd().stream().anyMatch(line -> line.contains("not for display (XA, XRF)")))
        .isEqualTo(skipped);
    assertThat(DicomFacts.of(image, false).stream().anyMatch(fact -> fact.label().equals("odd")))
        .isEqualTo(skipped);
  }
}
