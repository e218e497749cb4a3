package penumbra.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class DataSetTest {
  private static final Tag ROWS = Tag.of(0x0028, 0x0010);
  private static final Tag WINDOW_CENTER = Tag.of(0x0028, 0x1050);
  private static final Tag PATIENT_ID = Tag.of(0x0010, 0x0020);
  private static final Tag LAST = Tag.of(0xFFFE, 0xE0DD);

  @Test
  void elementsStandInTheOrderOfTheirTagsAsUnsignedNumbers() {
    DataSet data =
        DataSet.of(Element.ofUnsignedShorts(LAST, 1), Element.ofUnsignedShorts(ROWS, 1024));
    assertThat(data.elements()).extracting(Element::tag).containsExactly(ROWS, LAST);
    assertThat(ROWS).hasToString("(0028,0010)");
  }

  @Test
  void numbersAreReadFromBinaryAndFromText() throws Exception {
    DataSet data =
        DataSet.of(
            Element.ofUnsignedShorts(ROWS, 65535),
            Element.ofText(WINDOW_CENTER, Vr.DS, "1.5e2\\ -40 "));
    assertThat(data.integer(ROWS)).hasValue(65535);
    assertThat(data.numbers(WINDOW_CENTER)).containsExactly(150, -40);
    assertThat(data.numbers(PATIENT_ID)).isEmpty();
  }

  @Test
  void textThatIsNoNumberIsAnErrorThatNamesTheTag() {
    DataSet data = DataSet.of(Element.ofText(WINDOW_CENTER, Vr.DS, "wide"));
    assertThatThrownBy(() -> data.number(WINDOW_CENTER))
        .isInstanceOf(DicomException.class)
        .hasMessage(
            "must have numbers in (0028,1050), but has 'wide'; ask its maker to correct it");
  }

  @Test
  void whatJavaWouldTakeForANumberIsNone() {
    for (String text : List.of("NaN", "1f", "0x1p3", "1e999", "3\\\\4", "1,5")) {
      DataSet data = DataSet.of(Element.ofText(WINDOW_CENTER, Vr.DS, text));
      assertThatThrownBy(() -> data.numbers(WINDOW_CENTER))
          .hasMessageStartingWith("must have numbers in (0028,1050), but has '");
    }
  }

  @Test
  void editingLeavesTheOriginalAsItWas() {
    DataSet data = DataSet.of(Element.ofUnsignedShorts(ROWS, 2));
    DataSet edited = data.with(Element.ofText(PATIENT_ID, Vr.LO, "P1")).without(ROWS);
    assertThat(edited.text(PATIENT_ID)).hasValue("P1");
    assertThat(edited.has(ROWS)).isFalse();
    assertThat(data.has(PATIENT_ID)).isFalse();
    assertThat(data.items(ROWS)).isEqualTo(List.of());
  }
}
