package penumbra.dicom.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import penumbra.core.DType;
import penumbra.core.NdArray;
import penumbra.core.display.Window;
import penumbra.dicom.DataSet;
import penumbra.dicom.DataSetBuilder;
import penumbra.dicom.DicomObject;
import penumbra.dicom.Element;
import penumbra.dicom.Tag;
import penumbra.dicom.Tags;
import penumbra.dicom.TransferSyntax;
import penumbra.dicom.Vr;
import penumbra.dicom.file.DicomReader;
import penumbra.dicom.file.DicomWriter;
import penumbra.io.format.CodedTerm;
import penumbra.io.format.Derivation;
import penumbra.io.format.ValueScale;

class DerivedObjectTest {
  static final String CR = "1.2.840.10008.5.1.4.1.1.1";
  static final String DX = "1.2.840.10008.5.1.4.1.1.1.1";
  static final String CT = "1.2.840.10008.5.1.4.1.1.2";
  static final String MR = "1.2.840.10008.5.1.4.1.1.4";
  static final String US = "1.2.840.10008.5.1.4.1.1.6.1";
  static final String CAPTURE = "1.2.840.10008.5.1.4.1.1.7";
  static final NdArray SMOOTH =
      NdArray.of(DType.FLOAT32, new double[] {0.5, 100.25, 4095, 7, 8, 9}, 2, 3);
  static final NdArray EDGES =
      NdArray.of(DType.FLOAT32, new double[] {-3.5, 0, 12.25, 7, 8, 9}, 2, 3);

  static DicomObject source(String sopClass) {
    DataSet data =
        new DataSetBuilder()
            .text(Tags.IMAGE_TYPE, "ORIGINAL\\PRIMARY\\AXIAL")
            .text(Tags.SOP_CLASS_UID, sopClass)
            .text(Tags.SOP_INSTANCE_UID, "1.2.3.4")
            .text(Tags.STUDY_INSTANCE_UID, "1.2.3")
            .text(Tags.SERIES_INSTANCE_UID, "1.2.3.1")
            .text(Tags.SERIES_NUMBER, "2")
            .text(Tags.SERIES_DESCRIPTION, "Chest pa")
            .text(Tags.PATIENT_ID, "P1")
            .text(Tags.MODALITY, "CR")
            .text(Tags.KVP, "120")
            .text(Tag.of(0x0009, 0x0010), "MAKER")
            .text(Tags.PHOTOMETRIC_INTERPRETATION, "MONOCHROME1")
            .shorts(Tags.ROWS, 2)
            .shorts(Tags.COLUMNS, 3)
            .text(Tags.PIXEL_SPACING, "0.2\\0.2")
            .shorts(Tags.PIXEL_PADDING_VALUE, 0)
            .text(Tags.WINDOW_CENTER, "2048")
            .text(Tags.WINDOW_WIDTH, "4096")
            .items(Tags.VOI_LUT_SEQUENCE, DataSet.empty())
            .shorts(Tag.of(0x6000, 0x0010), 2)
            .shorts(Tags.PIXEL_DATA, 1, 2, 3, 4, 5, 6)
            .build();
    return DicomObject.of(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, data);
  }

  static Derivation derivation(boolean keepsScale) {
    return derivation(keepsScale ? ValueScale.MODALITY : ValueScale.OWN, Optional.empty());
  }

  private static Derivation derivation(ValueScale scale, Optional<Window> window) {
    return new Derivation(
        "gaussian",
        "gaussian: sigma 2 elements",
        "{\"operation\": \"gaussian\"}",
        "0.1.0",
        scale,
        window,
        Optional.of(CodedTerm.dicom("113088", "Gaussian blur")),
        OptionalInt.of(3));
  }

  @Test
  void whereValuesLieInMemoryIsNotSeen() throws IOException {
    NdArray plain = NdArray.of(DType.UINT16, new double[] {1, 2, 3, 4, 5, 60000}, 2, 3);
    NdArray onHeap = NdArray.ofUint16(new short[] {1, 2, 3, 4, 5, (short) 60000}, 2, 3);
    var once = new ByteArrayOutputStream();
    var again = new ByteArrayOutputStream();
    DicomWriter.write(DerivedObject.of(source(CT), plain, derivation(true)), once);
    DicomWriter.write(DerivedObject.of(source(CT), onHeap, derivation(true)), again);
    assertThat(again.toByteArray()).isEqualTo(once.toByteArray());
  }

  @Test
  void aSmoothedRadiographKeepsPatientKindWindowAndPolarity() {
    DataSet data = DerivedObject.of(source(CR), SMOOTH, derivation(true)).data();
    assertThat(data.text(Tags.SOP_CLASS_UID)).hasValue(CR);
    assertThat(data.texts(Tags.IMAGE_TYPE)).containsExactly("DERIVED", "SECONDARY", "AXIAL");
    assertThat(data.text(Tags.PATIENT_ID)).hasValue("P1");
    assertThat(data.text(Tags.STUDY_INSTANCE_UID)).hasValue("1.2.3");
    assertThat(data.text(Tags.KVP)).hasValue("120");
    assertThat(data.text(Tags.PHOTOMETRIC_INTERPRETATION)).hasValue("MONOCHROME1");
    assertThat(data.text(Tags.WINDOW_CENTER)).hasValue("2048");
    assertThat(data.texts(Tags.PIXEL_SPACING)).containsExactly("0.2", "0.2");
    assertThat(data.text(Tags.SERIES_DESCRIPTION)).hasValue("Chest pa, gaussian");
    assertThat(data.text(Tags.SERIES_NUMBER)).hasValue("1002");
  }

  @Test
  void itSaysHowItWasMade() {
    DataSet data = DerivedObject.of(source(CR), SMOOTH, derivation(true)).data();
    assertThat(data.text(Tags.DERIVATION_DESCRIPTION)).hasValue("gaussian: sigma 2 elements");
    assertThat(data.items(Tags.DERIVATION_CODE_SEQUENCE).getFirst().text(Tags.CODE_VALUE))
        .hasValue("113088");
    DataSet reference = data.items(Tags.SOURCE_IMAGE_SEQUENCE).getFirst();
    assertThat(reference.text(Tags.REFERENCED_SOP_INSTANCE_UID)).hasValue("1.2.3.4");
    assertThat(reference.text(Tags.REFERENCED_FRAME_NUMBER)).hasValue("3");
    assertThat(data.text(Tag.of(0x0021, 0x0010))).hasValue("PENUMBRA");
    assertThat(data.text(Tag.of(0x0021, 0x1001))).hasValue("{\"operation\": \"gaussian\"}");
  }

  @Test
  void whatSpokeOfTheSourcesStoredNumbersIsGone() {
    DataSet data = DerivedObject.of(source(CR), SMOOTH, derivation(true)).data();
    for (Tag tag :
        List.of(
            Tags.PIXEL_PADDING_VALUE,
            Tags.VOI_LUT_SEQUENCE,
            Tag.of(0x6000, 0x0010),
            Tag.of(0x0009, 0x0010))) {
      assertThat(data.has(tag)).as("%s", tag).isFalse();
    }
  }

  @Test
  void theWindowAskedForStandsBeforeThoseOfTheSource() {
    Window curve = new Window(40.5, 80, Window.Function.SIGMOID);
    DataSet data =
        DerivedObject.of(source(CR), SMOOTH, derivation(ValueScale.MODALITY, Optional.of(curve)))
            .data();
    assertThat(data.texts(Tags.WINDOW_CENTER)).containsExactly("40.5");
    assertThat(data.texts(Tags.WINDOW_WIDTH)).containsExactly("80");
    assertThat(data.text(Tags.VOI_LUT_FUNCTION)).hasValue("SIGMOID");
    assertThat(data.text(Tags.PHOTOMETRIC_INTERPRETATION)).hasValue("MONOCHROME1");
  }

  @Test
  void storedValuesKeepThePolarityAlone() {
    DataSet data =
        DerivedObject.of(source(CR), SMOOTH, derivation(ValueScale.STORED, Optional.empty()))
            .data();
    assertThat(data.text(Tags.PHOTOMETRIC_INTERPRETATION)).hasValue("MONOCHROME1");
    assertThat(data.text(Tags.WINDOW_CENTER)).isNotEqualTo(Optional.of("2048"));
  }

  @Test
  void roundingIsTold() {
    assertThat(DerivedObject.of(source(CR), SMOOTH, derivation(true)).notes())
        .containsExactly("Its values are rounded to fit 16 bits, by at most 0.032.");
    assertThat(DerivedObject.of(source(DX), SMOOTH, derivation(true)).notes())
        .containsExactly("Its values are rounded to fit 16 bits, by at most 0.5.");
    NdArray whole = SMOOTH.as(DType.UINT16);
    assertThat(DerivedObject.of(source(DX), whole, derivation(true)).notes()).isEmpty();
    assertThat(DerivedObject.of(source(CR), whole, derivation(false)).notes()).isEmpty();
  }

  @Test
  void valuesOnTheLineOfTheSourcesRescaleAreStoredAsThere() throws Exception {
    DataSet rescaled =
        source(CR)
            .data()
            .with(Element.ofText(Tags.RESCALE_SLOPE, Vr.DS, "0.1"))
            .with(Element.ofText(Tags.RESCALE_INTERCEPT, Vr.DS, "-10.50"));
    DicomObject source = DicomObject.of(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, rescaled);
    double[] stored = {-100, 0, 1, 777, 4095, 32767};
    double[] values = java.util.Arrays.stream(stored).map(n -> 0.1 * n - 10.5).toArray();
    DicomObject same =
        DerivedObject.of(source, NdArray.of(DType.FLOAT32, values, 2, 3), derivation(true));
    assertThat(same.data().text(Tags.RESCALE_SLOPE)).hasValue("0.1");
    assertThat(same.data().text(Tags.RESCALE_INTERCEPT)).hasValue("-10.50");
    assertThat(same.data().integer(Tags.PIXEL_REPRESENTATION)).hasValue(1);
    assertThat(same.data().number(Tags.SMALLEST_IMAGE_PIXEL_VALUE)).hasValue(-100);
    assertThat(same.notes()).isEmpty();
    values[3] += 0.01;
    DicomObject other =
        DerivedObject.of(source, NdArray.of(DType.FLOAT32, values, 2, 3), derivation(true));
    assertThat(other.data().text(Tags.RESCALE_SLOPE)).isNotEqualTo(Optional.of("0.1"));
    assertThat(other.notes()).hasSize(1);
  }

  @Test
  void whatIsWrongWithTheSourceAndCanBeMendedIs() {
    DataSet old =
        source(CR)
            .data()
            .with(Element.ofText(Tags.STUDY_DATE, Vr.DA, "1997.04.24"))
            .with(Element.ofText(Tags.STUDY_TIME, Vr.TM, "14:04:38"))
            .with(Element.ofText(Tags.CONTENT_TIME, Vr.TM, "140438.25"))
            .with(Element.ofText(Tags.PIXEL_SPACING, Vr.DS, "0.000\\0.000"));
    DataSet data =
        DerivedObject.of(
                DicomObject.of(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, old),
                SMOOTH,
                derivation(true))
            .data();
    assertThat(data.text(Tags.STUDY_DATE)).hasValue("19970424");
    assertThat(data.text(Tags.STUDY_TIME)).hasValue("140438");
    assertThat(data.text(Tags.CONTENT_TIME)).hasValue("140438.25");
    assertThat(data.has(Tags.PIXEL_SPACING)).isFalse();
    assertThat(data.has(Tags.PATIENT_ORIENTATION)).isTrue();
    assertThat(data.has(Tags.LATERALITY)).isTrue();
    DataSet chest = old.with(Element.ofText(Tags.BODY_PART_EXAMINED, Vr.CS, "CHEST"));
    assertThat(
            DerivedObject.of(
                    DicomObject.of(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, chest),
                    SMOOTH,
                    derivation(true))
                .data()
                .has(Tags.LATERALITY))
        .isFalse();
  }

  @Test
  void framesOfOneSourceAreToldApartByTheirInstanceNumbers() {
    assertThat(instanceNumber(source(US))).hasValue("1");
    DataSet frames = source(US).data().with(Element.ofText(Tags.NUMBER_OF_FRAMES, Vr.IS, "5"));
    assertThat(instanceNumber(DicomObject.of(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, frames)))
        .hasValue("3");
  }

  private static Optional<String> instanceNumber(DicomObject source) {
    return DerivedObject.of(source, EDGES, derivation(false)).data().text(Tags.INSTANCE_NUMBER);
  }

  @Test
  void edgesAreLightAndHaveAWindowOfTheirOwn() throws Exception {
    DataSet data = DerivedObject.of(source(CR), EDGES, derivation(false)).data();
    assertThat(data.text(Tags.PHOTOMETRIC_INTERPRETATION)).hasValue("MONOCHROME2");
    assertThat(data.text(Tags.VOI_LUT_FUNCTION)).hasValue("LINEAR_EXACT");
    assertThat(data.number(Tags.WINDOW_WIDTH).orElseThrow()).isBetween(15.74, 15.76);
    double slope = data.number(Tags.RESCALE_SLOPE).orElseThrow();
    double intercept = data.number(Tags.RESCALE_INTERCEPT).orElseThrow();
    double[] stored = data.numbers(Tags.PIXEL_DATA);
    double[] values = EDGES.toDoubles();
    for (int i = 0; i < values.length; i++) {
      assertThat(Math.abs(slope * stored[i] + intercept - values[i])).isLessThan(slope * 0.5001);
    }
  }

  @ParameterizedTest
  @CsvSource({
    CR + ", false, " + CR,
    CT + ", false, " + CT,
    MR + ", false, " + MR,
    DX + ", true, " + DX,
    DX + ", false, " + CAPTURE,
    US + ", true, " + CAPTURE
  })
  void theKindIsKeptWhereItHasAPlaceForTheValues(String from, boolean keepsScale, String to) {
    NdArray result = keepsScale ? SMOOTH : EDGES;
    DataSet data = DerivedObject.of(source(from), result, derivation(keepsScale)).data();
    assertThat(data.text(Tags.SOP_CLASS_UID)).hasValue(to);
  }

  @Test
  void aDigitalRadiographHoldsRoundedValuesAndSaysWhichEndIsLight() throws Exception {
    DataSet data = DerivedObject.of(source(DX), SMOOTH, derivation(true)).data();
    assertThat(data.numbers(Tags.PIXEL_DATA)).containsExactly(0, 100, 4095, 7, 8, 9);
    assertThat(data.number(Tags.RESCALE_SLOPE)).hasValue(1);
    assertThat(data.text(Tags.PRESENTATION_LUT_SHAPE)).hasValue("INVERSE");
  }

  @Test
  void aSecondaryCaptureKeepsOnlyWhatEveryImageHas() {
    DataSet data = DerivedObject.of(source(US), EDGES, derivation(false)).data();
    assertThat(data.text(Tags.PATIENT_ID)).hasValue("P1");
    assertThat(data.has(Tags.KVP)).isFalse();
    assertThat(data.text(Tags.CONVERSION_TYPE)).hasValue("WSD");
  }

  @Test
  void otherRecipesAndPixelsHaveOtherIdentifiers() {
    DicomObject smooth = DerivedObject.of(source(CR), SMOOTH, derivation(true));
    DicomObject again = DerivedObject.of(source(CR), SMOOTH, derivation(true));
    DicomObject edges = DerivedObject.of(source(CR), EDGES, derivation(true));
    assertThat(uid(again, Tags.SOP_INSTANCE_UID)).isEqualTo(uid(smooth, Tags.SOP_INSTANCE_UID));
    assertThat(uid(edges, Tags.SOP_INSTANCE_UID)).isNotEqualTo(uid(smooth, Tags.SOP_INSTANCE_UID));
    assertThat(uid(edges, Tags.SERIES_INSTANCE_UID))
        .isEqualTo(uid(smooth, Tags.SERIES_INSTANCE_UID))
        .isNotEqualTo("1.2.3.1");
  }

  private static String uid(DicomObject object, Tag tag) {
    return object.data().text(tag).orElseThrow();
  }

  @Test
  void aResultOfAnotherSizeHasNoSpacing() {
    NdArray larger = NdArray.of(DType.UINT8, new double[12], 3, 4);
    DataSet data = DerivedObject.of(source(CR), larger, derivation(false)).data();
    assertThat(data.has(Tags.PIXEL_SPACING)).isFalse();
    assertThat(data.text(Tags.SOP_CLASS_UID)).hasValue(CR);
  }

  @ParameterizedTest
  @EnumSource(names = {"JPEG_BASELINE", "JPEG_2000", "HTJ2K"})
  void lossesOfTheSourceAreCarriedOver(TransferSyntax syntax) {
    DicomObject coded = new DicomObject(DataSet.empty(), syntax, source(CR).data());
    assertThat(
            DerivedObject.of(coded, SMOOTH, derivation(true))
                .data()
                .text(Tags.LOSSY_IMAGE_COMPRESSION))
        .hasValue("01");
  }

  @Test
  void ofAPictureNoMoreIsSaidThanIsKnown() {
    NonDicomSource jpeg = new NonDicomSource(List.of(0.5, 0.25), true);
    DataSet data = DerivedObject.of(jpeg, EDGES, derivation(true)).data();
    assertThat(data.text(Tags.SOP_CLASS_UID)).hasValue(CAPTURE);
    assertThat(data.has(Tags.PATIENT_NAME)).isTrue();
    assertThat(data.text(Tags.PATIENT_NAME)).isEmpty();
    assertThat(data.has(Tags.SOURCE_IMAGE_SEQUENCE)).isFalse();
    assertThat(data.texts(Tags.PIXEL_SPACING)).containsExactly("0.5", "0.25");
    assertThat(data.text(Tags.LOSSY_IMAGE_COMPRESSION)).hasValue("01");
  }

  @Test
  void aVolumeHasAFrameForEachOfItsSlices() {
    NdArray volume = NdArray.of(DType.FLOAT32, new double[24], 4, 2, 3);
    DataSet data = DerivedObject.of(NonDicomSource.unknown(), volume, derivation(true)).data();
    assertThat(data.text(Tags.SOP_CLASS_UID)).hasValue("1.2.840.10008.5.1.4.1.1.7.3");
    assertThat(data.text(Tags.NUMBER_OF_FRAMES)).hasValue("4");
    NdArray bytes = volume.as(DType.UINT8);
    assertThat(
            uid(
                DerivedObject.of(NonDicomSource.unknown(), bytes, derivation(true)),
                Tags.SOP_CLASS_UID))
        .isEqualTo("1.2.840.10008.5.1.4.1.1.7.2");
  }

  @Test
  void writtenAndReadItIsTheSameAndSoAreTheBytes(@TempDir Path folder) throws IOException {
    Path first = folder.resolve("first.dcm");
    Path second = folder.resolve("second.dcm");
    DicomObject object = DerivedObject.of(source(CR), SMOOTH, derivation(true));
    DicomWriter.write(object, first);
    DicomWriter.write(DerivedObject.of(source(CR), SMOOTH, derivation(true)), second);
    assertThat(second).hasSameBinaryContentAs(first);
    DicomObject read = DicomReader.read(first, false);
    assertThat(read.data().elements()).hasSameSizeAs(object.data().elements());
    assertThat(read.data().numbers(Tags.PIXEL_DATA))
        .containsExactly(object.data().numbers(Tags.PIXEL_DATA));
    assertThat(Files.size(first)).isPositive();
  }

  @Test
  void whatHasNoPlaceInAnObjectIsRefused() {
    NdArray wide = NdArray.of(DType.UINT8, new double[65536], 1, 65536);
    assertThatThrownBy(() -> DerivedObject.of(NonDicomSource.unknown(), wide, derivation(false)))
        .hasMessage(
            "a result for DICOM must have at most 65535 rows and columns, but is (1, 65536) uint8;"
                + " write .npy, or parts of it");
    NdArray line = NdArray.of(DType.UINT8, new double[3], 3);
    assertThatThrownBy(() -> DerivedObject.of(NonDicomSource.unknown(), line, derivation(false)))
        .hasMessage(
            "a result for DICOM must be an image or a volume, of 2 or 3 axes, but is (3,) uint8;"
                + " write .npy");
  }

  @Test
  void textThatDicomDoesNotHoldIsRefused() {
    assertThatThrownBy(() ->
            new Derivation(
                "a\\b",
                "",
                "",
                "0.1.0",
                ValueScale.OWN,
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty()))
        .hasMessage(
            "an operation's name must be ASCII without \\ and control characters, but is 'a\\b';"
                + " write it otherwise");
  }
}
