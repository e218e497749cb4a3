package penumbra.pipeline.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlTest {
  @Test
  void setsColumnsOfNumbersAtTheRight() {
    String table = Html.table(List.of(List.of("name", "min"), List.of("a", "−61.237")));
    assertThat(table).contains("<td>a</td>", "<td class=\"number\">−61.237</td>");
  }

  @Test
  void saysHowWideAPictureIsShown() {
    assertThat(Html.figure("image/png", new byte[] {1, 2, 3}, 816, "A chest", "From the front"))
        .isEqualTo(
            "<figure><img alt=\"A chest\" width=\"816\" src=\"data:image/png;base64,AQID\">"
                + "<figcaption>From the front</figcaption></figure>\n");
  }

  @Test
  void leavesOutACaptionWithoutWords() {
    assertThat(Html.figure("image/gif", new byte[3], 480, "", "")).doesNotContain("figcaption");
  }

  @Test
  void escapesText() {
    assertThat(Html.escape("<a & \"b\">")).isEqualTo("&lt;a &amp; &quot;b&quot;&gt;");
  }
}
