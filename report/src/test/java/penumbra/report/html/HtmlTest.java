package penumbra.report.html;

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
  void escapesText() {
    assertThat(Html.escape("<a & \"b\">")).isEqualTo("&lt;a &amp; &quot;b&quot;&gt;");
  }
}
