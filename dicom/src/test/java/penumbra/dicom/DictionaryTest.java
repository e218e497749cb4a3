package penumbra.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import org.junit.jupiter.api.Test;

class DictionaryTest {
  @Test
  void elementsHaveTheirKeywordsNamesAndRepresentations() {
    assertThat(Dictionary.keyword(Tags.PIXEL_SPACING)).hasValue("PixelSpacing");
    assertThat(Dictionary.name(Tags.PIXEL_SPACING)).hasValue("Pixel Spacing");
    assertThat(Dictionary.vr(Tags.PIXEL_SPACING)).isEqualTo(Vr.DS);
    assertThat(Dictionary.entry(Tags.PIXEL_PADDING_VALUE).orElseThrow().vrs())
        .containsExactly(Vr.US, Vr.SS);
    assertThat(Dictionary.keyword(Tag.of(0xFFFC, 0xFFFC))).hasValue("DataSetTrailingPadding");
  }

  @Test
  void keywordsLeadToElements() {
    assertThat(Dictionary.tag("PixelSpacing")).hasValue(Tags.PIXEL_SPACING);
    assertThat(Dictionary.tag("OverlayData")).hasValue(Tag.of(0x6000, 0x3000));
    assertThat(Dictionary.tag("Spacing")).isEmpty();
    assertThat(Dictionary.tag("")).isEmpty();
  }

  @Test
  void overlaysAndCurvesRepeatInSeveralGroups() {
    assertThat(Dictionary.keyword(Tag.of(0x6002, 0x3000))).hasValue("OverlayData");
    assertThat(Dictionary.keyword(Tag.of(0x501E, 0x3000))).hasValue("CurveData");
    assertThat(Dictionary.vr(Tag.of(0x601E, 0x0010))).isEqualTo(Vr.US);
  }

  @Test
  void whatTheRegistryDoesNotListIsUnknown() {
    assertThat(Dictionary.vr(Tag.of(0x0029, 0x1010))).isEqualTo(Vr.UN);
    assertThat(Dictionary.vr(Tag.of(0x0029, 0x0010))).isEqualTo(Vr.LO);
    assertThat(Dictionary.vr(Tag.of(0x0028, 0x0000))).isEqualTo(Vr.UL);
    assertThat(Dictionary.vr(Tag.of(0x0028, 0xFFF0))).isEqualTo(Vr.UN);
    assertThat(Dictionary.entry(Tag.of(0x0029, 0x1010))).isEmpty();
  }

  @Test
  void constantsHaveTheNamesOfTheirKeywords() throws Exception {
    for (Field field : Tags.class.getFields()) {
      String keyword = Dictionary.keyword((Tag) field.get(null)).orElseThrow();
      assertThat(field.getName().replace("_", "")).isEqualToIgnoringCase(keyword);
    }
  }
}
