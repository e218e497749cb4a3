package penumbra.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import penumbra.core.Execution;
import penumbra.core.NdArray;
import penumbra.figure.DensityPanel;
import penumbra.figure.Figure;
import penumbra.figure.ImagePanel;

class PageTest {
  private static final Figure FIGURE =
      Figure.row(
          ImagePanel.of("Left & right", NdArray.ofUint8(new byte[] {0, 1, 2, 3}, 2, 2))
              .withColourBar(true)
              .withTicks(true)
              .withCaption("four pixels"),
          DensityPanel.of("Densities", 0, 255, 3, 1, 2).withAxisLabels("grey level", "pixels"));

  private static String figure() {
    return FigureBlock.inColumns(2, 1)
        .withDrawings(InlineDrawing.panelsOf(FIGURE, 200, Execution.ofThreads(2)))
        .withCommand(ShellCommand.of("It", "penumbra", "article", "a & b", "-o", "out"))
        .html("Two panels");
  }

  @Test
  void isWellFormedAndListsItsSections() {
    String page =
        Page.of("A < B", "A < B", "One & two.")
            .section("first", "The first & best")
            .add(figure())
            .section("second", "The second")
            .add(Html.table(List.of(List.of("a"), List.of("1"))))
            .add(
                FigureBlock.ofThumbnails()
                    .withThumbnail("image/jpeg", new byte[] {1, 2, 3}, "a\u0001.jpeg")
                    .withoutPicture("b.jpeg")
                    .withCommand(ShellCommand.of("It", "penumbra", "--version"))
                    .html(""))
            .render("The end.");
    ReportCheck check = ReportCheck.of(page);
    check.holds();
    assertThat(check.panels()).containsExactly("Left & right", "Densities", "a\uFFFD.jpeg");
    assertThat(check.commands())
        .containsExactly("penumbra article 'a & b' -o out", "penumbra --version");
  }

  @Test
  void theCheckSeesAFigureWithoutACommandAndAPictureFromOutside() {
    String bare =
        FigureBlock.inColumns(1, 1).withPicture("image/gif", new byte[3], "x").html("Bare");
    Page page = Page.of("t", "h", "l").section("s", "S").add(bare);
    assertThatThrownBy(() -> ReportCheck.of(page.render("")).holds())
        .hasMessageContaining("a figure without a command");
    Page outside = Page.of("t", "h", "l").section("s", "S").add("<img src=\"http://a/b.png\"/>");
    assertThatThrownBy(() -> ReportCheck.of(outside.render("")).holds())
        .hasMessageContaining("http://a/b.png");
    Page broken = Page.of("t", "h", "l").section("s", "S").add("<p>a & b</p>");
    assertThatThrownBy(() -> ReportCheck.of(broken.render("")))
        .hasMessageContaining("not well-formed");
  }

  @Test
  void everyInkOfADrawingHasAColourForDarkScreens() {
    String page = Page.of("t", "h", "l").section("s", "S").add(figure()).render("");
    Matcher lettering =
        Pattern.compile("<path aria-label=\"[^\"]+\" (fill=\"#[0-9a-f]+\")").matcher(page);
    int words = 0;
    while (lettering.find()) {
      assertThat(page).contains("svg [" + lettering.group(1) + "] { fill: var(--");
      words++;
    }
    assertThat(words).isGreaterThan(8);
    Matcher lines = Pattern.compile("<path fill=\"none\" (stroke=\"#[0-9a-f]+\")").matcher(page);
    while (lines.find()) {
      assertThat(page).contains("svg [" + lines.group(1) + "] { stroke: var(--");
    }
    assertThat(page).doesNotContain("<path fill=\"#ffffff\"");
    assertThat(page.split("<path class=\"paper\"", -1)).hasSize(3);
  }

  @Test
  void drawingsBeginWhereTheTextDoes() {
    String svg =
        InlineDrawing.panelsOf(
                Figure.of(ImagePanel.of("", NdArray.ofUint8(new byte[4], 2, 2))),
                200,
                Execution.ofThreads(2))
            .getFirst()
            .svg();
    assertThat(svg).contains("width=\"200\" height=\"200\" viewBox=\"16 16 200 200\"");
    assertThat(svg).contains("<image x=\"16\" y=\"16\" width=\"200\" height=\"200\"");
  }

  @Test
  void drawingsOfAFigureHaveOneScale() {
    List<InlineDrawing> panels = InlineDrawing.panelsOf(FIGURE, 200, Execution.ofThreads(2));
    double widest = Math.max(panels.get(0).width(), panels.get(1).width());
    String html = FigureBlock.inColumns(2, 1).withDrawings(panels).html("");
    for (InlineDrawing panel : panels) {
      assertThat(html)
          .contains(
              String.format(
                  java.util.Locale.ROOT, "--share: %.2f%%", 100 * panel.width() / widest));
    }
  }
}
