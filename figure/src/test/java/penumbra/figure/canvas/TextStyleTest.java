package penumbra.figure.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextStyleTest {
  private static final TextStyle STYLE = new TextStyle(Typeface.REGULAR, 10, 0);

  @Test
  void aShortTextStaysOnOneLineInFullSize() {
    TextStyle.Lines lines = STYLE.fit("Sobel", 100, 2);
    assertThat(lines.lines()).containsExactly("Sobel");
    assertThat(lines.style()).isEqualTo(STYLE);
  }

  @Test
  void aLongTextIsBrokenBetweenWordsIntoLinesOfLikeLength() {
    assertThat(STYLE.fit("Gaussian gradient magnitude of a chest", 150, 2).lines())
        .containsExactly("Gaussian gradient", "magnitude of a chest");
  }

  @Test
  void aTextThatIsStillTooLongShrinks() {
    TextStyle.Lines lines = STYLE.fit("Gaussian gradient magnitude", 120, 1);
    assertThat(lines.lines()).containsExactly("Gaussian gradient magnitude");
    assertThat(lines.style().size()).isBetween(7.8, 9.3);
  }

  @Test
  void aTextThatNothingElseHelpsIsCutOff() {
    TextStyle.Lines lines = STYLE.fit("incomprehensibilities and more of them", 60, 1);
    assertThat(lines.lines()).singleElement().asString().startsWith("incompr").endsWith("…");
  }

  @Test
  void aFileNameBreaksBehindItsJoints() {
    assertThat(STYLE.fit("train/NORMAL/person_bacteria.jpeg", 110, 2).lines())
        .containsExactly("train/NORMAL/", "person_bacteria.jpeg");
  }

  @Test
  void aBlankTextHasNoLines() {
    assertThat(STYLE.fit("  ", 60, 2).lines()).isEmpty();
    assertThat(STYLE.fit("", 60, 2).height()).isZero();
  }

  @Test
  void noTextLeavesItsWidthOrItsNumberOfLines() {
    var random = new Random(11);
    for (int trial = 0; trial < 300; trial++) {
      var text = new StringBuilder();
      for (int word = random.nextInt(20); word >= 0; word--) {
        text.append("ärgσ_-/.x".repeat(1 + random.nextInt(3)), 0, 1 + random.nextInt(8));
        text.append(random.nextInt(9) == 0 ? "\n" : " ");
      }
      double width = 30 + random.nextInt(300);
      int most = 1 + random.nextInt(3);
      TextStyle.Lines lines = STYLE.fit(text.toString(), width, most);
      assertThat(lines.lines()).as(text.toString()).hasSizeBetween(1, most);
      assertThat(lines.lines())
          .as("%s in %s", text, width)
          .allMatch(line -> lines.style().width(line) <= width);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"A", "9", "−", "×", "⁰", "⁹", "⁻", "…", "σ", "é", "–", "“", "%", "²", "≥"})
  void theTypefacesHaveTheCharactersOfFigures(String character) {
    for (Typeface face : new Typeface[] {Typeface.REGULAR, Typeface.SEMIBOLD}) {
      String missing = new String(Character.toChars(0x10FFFD));
      assertThat(face.width(character, 10)).isPositive();
      assertThat(face.outline(character, 10, 0, 0).getBounds2D())
          .isNotEqualTo(face.outline(missing, 10, 0, 0).getBounds2D());
    }
  }

  @Test
  void textStandsOnItsBaseline() {
    var bounds = Typeface.REGULAR.outline("H", 100, 20, 300).getBounds2D();
    assertThat(bounds.getMaxY()).isEqualTo(300);
    assertThat(bounds.getMinY())
        .isEqualTo(300 - new TextStyle(Typeface.REGULAR, 100, 0).capitalHeight());
    assertThat(bounds.getMinX()).isBetween(20.0, 35.0);
  }
}
