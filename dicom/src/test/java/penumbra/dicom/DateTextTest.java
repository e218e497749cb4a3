package penumbra.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateTextTest {
  @ParameterizedTest
  @CsvSource({
    "DA, 20200229, 20200229",
    "DA, 2020.01.05, 20200105",
    "DA, 2020-1-5, 20200105",
    "DA, 2020/12/31, 20201231",
    "TM, 10, 10",
    "TM, 1011, 1011",
    "TM, 101112.5, 101112.5",
    "TM, 101112., 101112",
    "TM, 235960, 235960",
    "TM, 10:11:12, 101112",
    "TM, '9:05:30,1234567', 090530.123456",
    "DT, 2020, 2020",
    "DT, 202012, 202012",
    "DT, 20200105, 20200105",
    "DT, 20200105101112.25-0330, 20200105101112.25-0330",
    "DT, 2020-01-05T10:11:12Z, 20200105101112+0000",
    "DT, 2020.01.05 10:11+01:00, 202001051011+0100"
  })
  void datesAndTimesAreWrittenAsTheStandardDoes(Vr vr, String text, String written) {
    assertThat(DateText.mended(vr, text)).hasValue(written);
    assertThat(DateText.mended(vr, written)).hasValue(written);
  }

  @ParameterizedTest
  @CsvSource({
    "DA, 20200132",
    "DA, 20190229",
    "DA, 00000000",
    "DA, 2020",
    "DA, 05.01.2020",
    "DA, 2020-01.05",
    "DA, 20200101-20200131",
    "DA, unknown",
    "TM, 24:00",
    "TM, 1060",
    "TM, 101161",
    "TM, 10.5",
    "TM, noon",
    "DT, 202013",
    "DT, 2020010525",
    "DT, 20200105+1500",
    "DT, 20200105+0160",
    "DT, Z"
  })
  void whatIsNoneGivesNone(Vr vr, String text) {
    assertThat(DateText.mended(vr, text)).isEmpty();
  }

  @Test
  void anElementThatIsRightStaysAndOthersKeepTheirPlaces() {
    Element right = Element.ofText(Tags.STUDY_DATE, Vr.DA, "20200105");
    assertThat(mended(right)).isSameAs(right);
    Element empty = Element.ofText(Tags.STUDY_DATE, Vr.DA, "");
    assertThat(mended(empty)).isSameAs(empty);
    Element some = Element.ofText(Tags.STUDY_DATE, Vr.DA, "2020.01.05\\20200132\\20200106");
    assertThat(DataSet.of(mended(some)).texts(Tags.STUDY_DATE))
        .containsExactly("20200105", "", "20200106");
    Element none = Element.ofText(Tags.STUDY_DATE, Vr.DA, "20200132\\today");
    assertThat(DataSet.of(mended(none)).bytes(Tags.STUDY_DATE).orElseThrow().byteSize()).isZero();
    Element padded = Element.ofBytes(Tags.STUDY_TIME, Vr.TM, new byte[] {'1', '0', 0, 0});
    assertThat(DataSet.of(mended(padded)).bytes(Tags.STUDY_TIME).orElseThrow().byteSize())
        .isEqualTo(2);
  }

  private static Element mended(Element element) {
    return DateText.mended(element, DataSet.of(element).texts(element.tag()));
  }
}
