package penumbra.dicom.deidentify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import penumbra.dicom.DataSet;
import penumbra.dicom.DataSetBuilder;
import penumbra.dicom.DicomException;
import penumbra.dicom.DicomObject;
import penumbra.dicom.Element;
import penumbra.dicom.Tag;
import penumbra.dicom.Tags;
import penumbra.dicom.TransferSyntax;
import penumbra.dicom.Vr;

class DeidentifierTest {
  private static final byte[] KEY = "sixteen bytes or more".getBytes(StandardCharsets.US_ASCII);
  private static final Tag SERIAL_NUMBER = Tag.of(0x0018, 0x1000);
  private static final Tag REFERENCED_IMAGE_SEQUENCE = Tag.of(0x0008, 0x1140);
  private static final Tag REQUEST_ATTRIBUTES_SEQUENCE = Tag.of(0x0040, 0x0275);
  private static final Tag ANATOMIC_REGION_SEQUENCE = Tag.of(0x0008, 0x2218);
  private static final Tag OVERLAY_BIT_POSITION = Tag.of(0x6000, 0x0102);

  private static DataSet chest() {
    DataSet reference =
        new DataSetBuilder()
            .text(Tags.REFERENCED_SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.1")
            .text(Tags.REFERENCED_SOP_INSTANCE_UID, "1.2.3.4")
            .text(Tags.PATIENT_NAME, "DOE^JANE")
            .build();
    return new DataSetBuilder()
        .text(Tags.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.1")
        .text(Tags.SOP_INSTANCE_UID, "1.2.3.4")
        .text(Tags.STUDY_INSTANCE_UID, "1.2.3")
        .text(Tags.STUDY_DATE, "20200229")
        .text(Tags.CONTENT_DATE, "20200301")
        .text(Tags.STUDY_TIME, "101500")
        .text(Tags.ACQUISITION_DATE_TIME, "20200229101500.5")
        .text(Tags.MODALITY, "CR")
        .text(Tags.STUDY_DESCRIPTION, "Chest of Jane")
        .text(Tags.PATIENT_NAME, "DOE^JANE")
        .text(Tags.PATIENT_ID, "P1")
        .text(Tags.PATIENT_AGE, "042Y")
        .text(SERIAL_NUMBER, "S-77")
        .items(REFERENCED_IMAGE_SEQUENCE, reference)
        .items(REQUEST_ATTRIBUTES_SEQUENCE, reference)
        .add(Element.ofText(Tag.of(0x0011, 0x0010), Vr.LO, "MAKER"))
        .add(Element.ofText(Tag.of(0x0011, 0x1010), Vr.LO, "DOE"))
        .add(Element.ofText(Tag.of(0x0008, 0xFFF0), Vr.LO, "of no registry"))
        .shorts(Tags.ROWS, 1)
        .shorts(Tags.COLUMNS, 2)
        .shorts(Tags.BITS_ALLOCATED, 16)
        .shorts(Tags.BITS_STORED, 12)
        .shorts(Tags.HIGH_BIT, 11)
        .shorts(Tags.PIXEL_DATA, 0x8FFF, 0x1234)
        .build();
  }

  private static Deidentified apply(Retention retention, DataSet data) throws DicomException {
    return new Deidentifier(retention, KEY, "0.1.0")
        .apply(DicomObject.of(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, data));
  }

  private static DataSet clean(Retention retention) throws DicomException {
    return apply(retention, chest()).object().data();
  }

  @Test
  void whatNamesThePatientIsReplacedOrGone() throws Exception {
    DataSet clean = clean(Retention.none());
    assertThat(clean.text(Tags.PATIENT_ID).orElseThrow()).matches("ANON-[0-9A-F]{12}");
    assertThat(clean.text(Tags.PATIENT_NAME)).isEqualTo(clean.text(Tags.PATIENT_ID));
    assertThat(clean.has(Tags.PATIENT_AGE)).isFalse();
    assertThat(clean.has(Tags.STUDY_DESCRIPTION)).isFalse();
    assertThat(clean.text(SERIAL_NUMBER)).hasValue("ANONYMIZED");
    assertThat(clean.text(Tags.STUDY_DATE)).isEmpty();
    assertThat(clean.has(Tags.STUDY_DATE)).isTrue();
    assertThat(clean.text(Tags.CONTENT_DATE)).hasValue("19000101");
  }

  @Test
  void nothingOfTheOldTextIsLeftAnywhere() throws Exception {
    assertThat(texts(clean(Retention.none())))
        .noneMatch(text -> text.contains("DOE") || text.contains("P1") || text.contains("2020"))
        .noneMatch(text -> text.contains("1.2.3") || text.contains("Jane"));
  }

  private static List<String> texts(DataSet data) {
    return data.elements().stream()
        .flatMap(element ->
            element.vr() == Vr.SQ
                ? data.items(element.tag()).stream().flatMap(item -> texts(item).stream())
                : element.vr().isText()
                    ? data.texts(element.tag()).stream()
                    : java.util.stream.Stream.empty())
        .toList();
  }

  @Test
  void makersElementsAndThoseOfNoRegistryGo() throws Exception {
    DataSet clean = clean(Retention.none());
    assertThat(clean.elements()).noneMatch(element -> element.tag().isPrivate());
    assertThat(clean.has(Tag.of(0x0008, 0xFFF0))).isFalse();
  }

  @Test
  void identifiersAreNewAndHoldTogether() throws Exception {
    DataSet clean = clean(Retention.none());
    String instance = clean.text(Tags.SOP_INSTANCE_UID).orElseThrow();
    assertThat(instance).startsWith("2.25.");
    DataSet reference = clean.items(REFERENCED_IMAGE_SEQUENCE).getFirst();
    assertThat(reference.text(Tags.REFERENCED_SOP_INSTANCE_UID)).hasValue(instance);
    assertThat(reference.text(Tags.REFERENCED_SOP_CLASS_UID)).hasValue("1.2.840.10008.5.1.4.1.1.1");
    assertThat(clean.has(REQUEST_ATTRIBUTES_SEQUENCE)).isFalse();
  }

  @Test
  void anotherKeyGivesOtherIdentifiers() throws Exception {
    byte[] other = Arrays.copyOf(KEY, KEY.length - 1);
    DataSet clean =
        new Deidentifier(Retention.none(), other, "0.1.0")
            .apply(DicomObject.of(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, chest()))
            .object()
            .data();
    assertThat(clean.text(Tags.SOP_INSTANCE_UID))
        .isNotEqualTo(clean(Retention.none()).text(Tags.SOP_INSTANCE_UID));
    assertThat(clean.text(Tags.PATIENT_ID))
        .isNotEqualTo(clean(Retention.none()).text(Tags.PATIENT_ID));
  }

  @Test
  void datesAreShiftedTogetherAndTimesStay() throws Exception {
    DataSet clean = clean(Retention.none().withDates(new Dates.Shifted(-60)));
    assertThat(clean.text(Tags.STUDY_DATE)).hasValue("20191231");
    assertThat(clean.text(Tags.CONTENT_DATE)).hasValue("20200101");
    assertThat(clean.text(Tags.STUDY_TIME)).hasValue("101500");
    assertThat(clean.text(Tags.ACQUISITION_DATE_TIME)).hasValue("20191231101500.5");
    assertThat(clean.text(Tags.LONGITUDINAL_TEMPORAL_INFORMATION_MODIFIED)).hasValue("MODIFIED");
  }

  @Test
  void optionsKeepWhatTheyName() throws Exception {
    DataSet clean = clean(new Retention(new Dates.Kept(), true, true, true, true));
    assertThat(clean.text(Tags.STUDY_DATE)).hasValue("20200229");
    assertThat(clean.text(SERIAL_NUMBER)).hasValue("S-77");
    assertThat(clean.text(Tags.PATIENT_AGE)).hasValue("042Y");
    assertThat(clean.text(Tags.SOP_INSTANCE_UID)).hasValue("1.2.3.4");
    assertThat(clean.text(Tags.PATIENT_NAME).orElseThrow()).startsWith("ANON-");
    assertThat(clean.items(Tags.DEIDENTIFICATION_METHOD_CODE_SEQUENCE))
        .extracting(item -> item.text(Tags.CODE_VALUE).orElseThrow())
        .containsExactly("113100", "113106", "113108", "113109", "113110", "113112");
  }

  @Test
  void theObjectSaysThatItWasDeidentified() throws Exception {
    DataSet clean = clean(Retention.none());
    assertThat(clean.text(Tags.PATIENT_IDENTITY_REMOVED)).hasValue("YES");
    assertThat(clean.text(Tags.DEIDENTIFICATION_METHOD)).hasValue("Penumbra 0.1.0, PS3.15 annex E");
    assertThat(clean.text(Tags.LONGITUDINAL_TEMPORAL_INFORMATION_MODIFIED)).hasValue("REMOVED");
  }

  @Test
  void overlaysInUnusedBitsOfPixelsAreWiped() throws Exception {
    assertThat(clean(Retention.none()).numbers(Tags.PIXEL_DATA)).containsExactly(0x8FFF, 0x1234);
    DataSet drawn = chest().with(Element.ofUnsignedShorts(OVERLAY_BIT_POSITION, 15));
    DataSet clean = apply(Retention.none(), drawn).object().data();
    assertThat(clean.numbers(Tags.PIXEL_DATA)).containsExactly(0x0FFF, 0x0234);
    assertThat(clean.has(OVERLAY_BIT_POSITION)).isFalse();
  }

  @Test
  void changesAreToldByTagWithoutValues() throws Exception {
    List<Change> changes = apply(Retention.none(), chest()).changes();
    assertThat(changes)
        .contains(
            new Change(Tags.STUDY_DATE, Treatment.EMPTIED, 1),
            new Change(Tags.PATIENT_NAME, Treatment.REPLACED, 2),
            new Change(Tags.REFERENCED_SOP_INSTANCE_UID, Treatment.NEW_UID, 1));
    assertThat(changes.toString()).doesNotContain("DOE");
  }

  @Test
  void namesAndNumbersAreCrossedOutOfTextThatStays() throws Exception {
    DataSet item =
        DataSet.of(Element.ofText(Tags.CODE_MEANING, Vr.LO, "Knee of jane doe, PAT-4711"));
    DataSet talkative =
        chest()
            .with(Element.ofText(Tags.PATIENT_ID, Vr.LO, "PAT-4711"))
            .with(
                Element.ofText(
                    Tags.WINDOW_CENTER_WIDTH_EXPLANATION, Vr.LO, "DOE_Bone\\Doe's, DOEN"))
            .with(Element.ofItems(ANATOMIC_REGION_SEQUENCE, List.of(item)));
    Deidentified result = apply(Retention.none(), talkative);
    DataSet clean = result.object().data();
    assertThat(clean.texts(Tags.WINDOW_CENTER_WIDTH_EXPLANATION))
        .containsExactly(crossed("DOE") + "_Bone", crossed("Doe") + "'s, DOEN");
    assertThat(clean.items(ANATOMIC_REGION_SEQUENCE).getFirst().text(Tags.CODE_MEANING))
        .hasValue("Knee of " + crossed("JOHN") + " " + crossed("DOE") + ", " + crossed("PAT-4711"));
    assertThat(result.changes())
        .contains(new Change(Tags.CODE_MEANING, Treatment.CROSSED_OUT, 1))
        .doesNotContain(new Change(Tags.PATIENT_ID, Treatment.CROSSED_OUT, 1));
  }

  private static String crossed(String name) {
    return "X".repeat(name.length());
  }

  @Test
  void textInOtherCharactersThatHoldsANameIsEmptied() throws Exception {
    DataSet german =
        chest()
            .with(Element.ofText(Tags.SPECIFIC_CHARACTER_SET, Vr.CS, "ISO_IR 100"))
            .with(
                Element.ofText(
                    Tags.PATIENT_NAME, Vr.PN, "M\u00FCller^J\u00F6rg", StandardCharsets.ISO_8859_1))
            .with(
                Element.ofText(
                    Tags.WINDOW_CENTER_WIDTH_EXPLANATION,
                    Vr.LO,
                    "f\u00FCr J\u00D6RG",
                    StandardCharsets.ISO_8859_1));
    DataSet clean = apply(Retention.none(), german).object().data();
    assertThat(clean.has(Tags.WINDOW_CENTER_WIDTH_EXPLANATION)).isTrue();
    assertThat(clean.text(Tags.WINDOW_CENTER_WIDTH_EXPLANATION)).isEmpty();
  }

  @Test
  void emptyValuesStayEmpty() throws Exception {
    DataSet empty = chest().with(new DataSetBuilder().empty(SERIAL_NUMBER).build());
    assertThat(apply(Retention.none(), empty).object().data().text(SERIAL_NUMBER)).isEmpty();
  }

  @Test
  void textInPixelsIsWarnedOf() throws Exception {
    assertThat(apply(Retention.none(), chest()).warnings()).isEmpty();
    DataSet burned = chest().with(Element.ofText(Tags.BURNED_IN_ANNOTATION, Vr.CS, "YES"));
    assertThat(apply(Retention.none(), burned).warnings())
        .containsExactly(
            "its pixels hold text, as (0028,0301) says; look at them and blacken what names people");
    DataSet screen = chest().with(Element.ofText(Tags.MODALITY, Vr.CS, "US"));
    assertThat(apply(Retention.none(), screen).warnings())
        .containsExactly(
            "its pixels may hold text, as pictures of screens do, and nothing says that they do"
                + " not; look at them");
  }

  @Test
  void whatIsNoImageIsRefused() {
    assertThatThrownBy(() -> apply(Retention.none(), chest().without(Tags.PIXEL_DATA)))
        .isInstanceOf(DicomException.class)
        .hasMessage(
            "must hold an image, but has no pixel data; leave it out, its text may name people");
  }

  @Test
  void shortKeysAndOddShiftsAreRefused() {
    assertThatThrownBy(() -> new Deidentifier(Retention.none(), new byte[3], "0.1.0"))
        .hasMessage(
            "the key must have at least 16 bytes, but is 3 bytes; make one, for instance with:"
                + " head -c 32 /dev/urandom > key");
    assertThatThrownBy(() -> new Dates.Shifted(0))
        .hasMessage(
            "the shift of dates must be from -36500 to 36500 days and not 0, but is 0; give a"
                + " number of days that only you know");
  }

  private static DataSet coded() {
    DataSet local =
        new DataSetBuilder()
            .text(Tags.CODE_VALUE, "K1")
            .text(Tags.CODING_SCHEME_DESIGNATOR, "99STMARY")
            .text(Tag.of(0x0008, 0x0103), "St Mary 2.0")
            .text(Tags.CODE_MEANING, "Knee as at st mary hospital")
            .items(
                Tag.of(0x0008, 0x0121), // Equivalent Code Sequence
                new DataSetBuilder()
                    .text(Tags.CODE_VALUE, "72696002")
                    .text(Tags.CODING_SCHEME_DESIGNATOR, "SCT")
                    .text(Tags.CODE_MEANING, "Knee")
                    .build())
            .build();
    DataSet scheme =
        new DataSetBuilder()
            .text(Tags.CODING_SCHEME_DESIGNATOR, "99STMARY")
            .text(Tag.of(0x0008, 0x0115), "Codes of St Mary")
            .text(Tag.of(0x0008, 0x0116), "St Mary Hospital")
            .build();
    DataSet standard =
        new DataSetBuilder()
            .text(Tags.CODING_SCHEME_DESIGNATOR, "SCT")
            .text(Tag.of(0x0008, 0x0115), "SNOMED CT")
            .build();
    return chest()
        .with(Element.ofItems(ANATOMIC_REGION_SEQUENCE, List.of(local)))
        .with(Element.ofItems(Tag.of(0x0008, 0x0110), List.of(scheme, standard)));
  }

  @Test
  void localCodingSchemesDoNotNameTheInstitution() throws Exception {
    Deidentified result = apply(Retention.none(), coded());
    DataSet clean = result.object().data();
    assertThat(texts(clean)).noneMatch(text -> text.toLowerCase(Locale.ROOT).contains("mary"));
    DataSet code = clean.items(ANATOMIC_REGION_SEQUENCE).getFirst();
    String scheme = code.text(Tags.CODING_SCHEME_DESIGNATOR).orElseThrow();
    assertThat(scheme).matches("99[0-9A-F]{12}");
    assertThat(code.text(Tags.CODE_VALUE)).hasValue("K1");
    assertThat(code.text(Tags.CODE_MEANING)).hasValue("Knee as at XXXXXXXXXXXXXXXX");
    DataSet equivalent = code.items(Tag.of(0x0008, 0x0121)).getFirst();
    assertThat(equivalent.text(Tags.CODING_SCHEME_DESIGNATOR)).hasValue("SCT");
    List<DataSet> schemes = clean.items(Tag.of(0x0008, 0x0110));
    assertThat(schemes.getFirst().text(Tags.CODING_SCHEME_DESIGNATOR)).hasValue(scheme);
    assertThat(schemes.getFirst().elements()).hasSize(1);
    assertThat(schemes.getLast().text(Tag.of(0x0008, 0x0115))).hasValue("SNOMED CT");
    assertThat(result.changes())
        .contains(new Change(Tags.CODING_SCHEME_DESIGNATOR, Treatment.REPLACED, 2));
  }

  @Test
  void unlessTheInstitutionIsKept() throws Exception {
    Retention keeps = new Retention(new Dates.Removed(), false, true, false, false);
    DataSet clean = apply(keeps, coded()).object().data();
    DataSet code = clean.items(ANATOMIC_REGION_SEQUENCE).getFirst();
    assertThat(code.text(Tags.CODING_SCHEME_DESIGNATOR)).hasValue("99STMARY");
    assertThat(clean.items(Tag.of(0x0008, 0x0110)).getFirst().text(Tag.of(0x0008, 0x0116)))
        .hasValue("St Mary Hospital");
  }

  @Test
  void datesThatAreKeptOrShiftedAreValidOrEmpty() throws Exception {
    DataSet wrong =
        chest()
            .with(Element.ofText(Tags.STUDY_DATE, Vr.DA, "2020.02.29"))
            .with(Element.ofText(Tags.CONTENT_DATE, Vr.DA, "20200132"))
            .with(Element.ofText(Tags.STUDY_TIME, Vr.TM, "10:15"))
            .with(Element.ofText(Tags.ACQUISITION_DATE_TIME, Vr.DT, "2020-02-29T10:15:00Z"));
    DataSet kept = apply(Retention.none().withDates(new Dates.Kept()), wrong).object().data();
    assertThat(kept.text(Tags.STUDY_DATE)).hasValue("20200229");
    assertThat(kept.text(Tags.CONTENT_DATE)).isEmpty();
    assertThat(kept.text(Tags.STUDY_TIME)).hasValue("1015");
    assertThat(kept.text(Tags.ACQUISITION_DATE_TIME)).hasValue("20200229101500+0000");
    Retention shifting = Retention.none().withDates(new Dates.Shifted(1));
    DataSet shifted = apply(shifting, wrong).object().data();
    assertThat(shifted.text(Tags.STUDY_DATE)).hasValue("20200301");
    assertThat(shifted.text(Tags.CONTENT_DATE)).isEmpty();
    assertThat(shifted.text(Tags.STUDY_TIME)).hasValue("1015");
    assertThat(shifted.text(Tags.ACQUISITION_DATE_TIME)).hasValue("20200301101500+0000");
  }
}
