package penumbra.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// What holds of every report.
///
/// ```
/// ReportCheck.of(page).holds();
/// ```
public final class ReportCheck {
  private static final String DOCTYPE = "<!DOCTYPE html>\n";

  private final Document page;

  private ReportCheck(Document page) {
    this.page = page;
  }

  /// Reads a page; fails unless it is well-formed.
  public static ReportCheck of(String html) {
    assertThat(html).startsWith(DOCTYPE);
    try {
      return new ReportCheck(
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(html.substring(DOCTYPE.length())))));
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new AssertionError("the page is not well-formed: " + e.getMessage(), e);
    }
  }

  /// All rules.
  public void holds() {
    List<String> ids = values("id");
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(contents()).isEqualTo(headings()).doesNotHaveDuplicates().isNotEmpty();
    assertThat(linked("href")).allMatch(link -> link.startsWith("#")).isSubsetOf(links(ids));
    assertThat(linked("src")).allMatch(source -> source.startsWith("data:"));
    assertThat(linked("xlink:href")).allMatch(source -> source.startsWith("data:"));
    for (String tag : List.of("style", "script")) {
      assertThat(all(tag))
          .singleElement()
          .satisfies(element ->
              assertThat(element.getTextContent())
                  .doesNotContain("url(", "@import", "http", "fetch("));
    }
    assertThat(all("link")).isEmpty();
    for (Element figure : all("figure")) {
      boolean drawn = !within(figure, "img").isEmpty() || !within(figure, "svg").isEmpty();
      assertThat(within(figure, "code").isEmpty())
          .as("a figure without a command")
          .isEqualTo(!drawn);
      for (String tag : List.of("img", "svg")) {
        assertThat(within(figure, tag)).allMatch(ReportCheck::isInPanel);
      }
    }
    for (Element image : all("img")) {
      assertThat(image.getAttribute("alt")).isNotBlank();
    }
    for (Element button : all("button")) {
      if (isPanel(button)) {
        assertThat(button.getAttribute("data-words")).isNotBlank();
        assertThat(button.getAttribute("aria-label"))
            .isEqualTo("Enlarge: " + button.getAttribute("data-words"));
      }
    }
  }

  /// The commands, in the order of the page.
  public List<String> commands() {
    return all("code").stream().map(Node::getTextContent).toList();
  }

  /// The names of the panels that can be enlarged.
  public List<String> panels() {
    return all("button").stream()
        .filter(ReportCheck::isPanel)
        .map(button -> button.getAttribute("data-words"))
        .toList();
  }

  private List<String> contents() {
    return within(all("nav").getFirst(), "a").stream()
        .map(link -> link.getAttribute("href") + " " + link.getTextContent())
        .toList();
  }

  private List<String> headings() {
    return within(all("main").getFirst(), "h2").stream()
        .map(heading -> "#" + heading.getAttribute("id") + " " + heading.getTextContent())
        .toList();
  }

  private static List<String> links(List<String> ids) {
    return ids.stream().map(id -> "#" + id).toList();
  }

  private List<String> linked(String attribute) {
    return values(attribute);
  }

  private List<String> values(String attribute) {
    return all("*").stream()
        .filter(element -> element.hasAttribute(attribute))
        .map(element -> element.getAttribute(attribute))
        .toList();
  }

  private List<Element> all(String tag) {
    return within(page.getDocumentElement(), tag);
  }

  private static List<Element> within(Element parent, String tag) {
    NodeList nodes = parent.getElementsByTagName(tag);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static boolean isInPanel(Element picture) {
    return picture.getParentNode() instanceof Element parent && isPanel(parent);
  }

  private static boolean isPanel(Element element) {
    return element.getTagName().equals("button") && element.getAttribute("class").equals("panel");
  }
}
