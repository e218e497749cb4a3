package penumbra.dicom.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static penumbra.dicom.derive.DerivedObjectTest.CAPTURE;
import static penumbra.dicom.derive.DerivedObjectTest.CR;
import static penumbra.dicom.derive.DerivedObjectTest.CT;
import static penumbra.dicom.derive.DerivedObjectTest.DX;
import static penumbra.dicom.derive.DerivedObjectTest.EDGES;
import static penumbra.dicom.derive.DerivedObjectTest.MR;
import static penumbra.dicom.derive.DerivedObjectTest.SMOOTH;
import static penumbra.dicom.derive.DerivedObjectTest.US;
import static penumbra.dicom.derive.DerivedObjectTest.derivation;
import static penumbra.dicom.derive.DerivedObjectTest.source;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import penumbra.core.DType;
import penumbra.core.NdArray;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomObject;
import penumbra.dicom.Element;
import penumbra.dicom.Tag;
import penumbra.dicom.Tags;
import penumbra.dicom.TransferSyntax;
import penumbra.dicom.Vr;

/// What keeps a derived object valid: each of these was an error that dciodvfy found in a result
/// and not in its source.
class ValidDerivedObjectTest {
  @ParameterizedTest
  @ValueSource(strings = {DX, CT, MR})
  void kindsThatNeedASpacingBecomeCapturesIfTheSizeChanges(String kind) {
    NdArray larger = NdArray.of(DType.UINT8, new double[12], 3, 4);
    DataSet data = DerivedObject.of(source(kind), larger, derivation(true)).data();
    assertThat(data.text(Tags.SOP_CLASS_UID)).hasValue(CAPTURE);
  }

  @Test
  void aCaptureHasNoPlaceInThePatientAndSoAnOrientation() {
    DataSet placed =
        source(US)
            .data()
            .with(Element.ofText(Tags.IMAGE_ORIENTATION_PATIENT, Vr.DS, "1\\0\\0\\0\\1\\0"))
            .with(Element.ofText(Tags.IMAGE_LATERALITY, Vr.CS, "R"));
    DataSet data = derived(placed, EDGES);
    assertThat(data.has(Tags.IMAGE_ORIENTATION_PATIENT)).isFalse();
    assertThat(data.has(Tags.PATIENT_ORIENTATION)).isTrue();
    assertThat(data.text(Tags.IMAGE_LATERALITY)).hasValue("R");
    DataSet slice = derived(placed.with(source(CT).data()), SMOOTH);
    assertThat(slice.has(Tags.PATIENT_ORIENTATION)).isFalse();
  }

  @Test
  void aVolumeOfOneSliceHasNoIncrement() {
    DataSet one = derived(source(US).data(), NdArray.of(DType.UINT8, new double[6], 1, 2, 3));
    assertThat(one.has(Tags.FRAME_INCREMENT_POINTER)).isFalse();
    DataSet two = derived(source(US).data(), NdArray.of(DType.UINT8, new double[12], 2, 2, 3));
    assertThat(two.has(Tags.FRAME_INCREMENT_POINTER)).isTrue();
  }

  @Test
  void imagesForProcessingHaveNoWindowAndSayWhatTheyAreFor() {
    String processing = DX + ".1";
    DataSet data = derived(source(processing).data(), SMOOTH);
    assertThat(data.text(Tags.SOP_CLASS_UID)).hasValue(processing);
    assertThat(data.text(Tags.PRESENTATION_INTENT_TYPE)).hasValue("FOR PROCESSING");
    assertThat(data.has(Tags.WINDOW_CENTER)).isFalse();
  }

  @Test
  void datesThatAreNoneAreEmptyInSequencesToo() {
    DataSet item =
        DataSet.of(
            Element.ofText(Tags.STUDY_DATE, Vr.DA, "20200230"),
            Element.ofText(Tags.STUDY_TIME, Vr.TM, "9:05:30,1234567"));
    DataSet old =
        source(CR)
            .data()
            .with(Element.ofText(Tags.STUDY_DATE, Vr.DA, "20200132"))
            .with(Element.ofText(Tags.STUDY_TIME, Vr.TM, "24:00"))
            .with(Element.ofText(Tags.ACQUISITION_DATE_TIME, Vr.DT, "2020/01/05 10:11:12+01:00"))
            .with(Element.ofItems(Tag.of(0x0040, 0x0275), List.of(item)))
            .with(Element.ofItems(Tags.CONTRIBUTING_EQUIPMENT_SEQUENCE, List.of(item)));
    DataSet data = derived(old, SMOOTH);
    assertThat(data.has(Tags.STUDY_DATE)).isTrue();
    assertThat(data.text(Tags.STUDY_DATE)).isEmpty();
    assertThat(data.text(Tags.STUDY_TIME)).isEmpty();
    assertThat(data.text(Tags.ACQUISITION_DATE_TIME)).hasValue("20200105101112+0100");
    for (Tag sequence : List.of(Tag.of(0x0040, 0x0275), Tags.CONTRIBUTING_EQUIPMENT_SEQUENCE)) {
      DataSet inner = data.items(sequence).getFirst();
      assertThat(inner.text(Tags.STUDY_DATE)).isEmpty();
      assertThat(inner.text(Tags.STUDY_TIME)).hasValue("090530.123456");
    }
  }

  private static DataSet derived(DataSet source, NdArray result) {
    return DerivedObject.of(
            DicomObject.of(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, source), result, derivation(true))
        .data();
  }
}
