package penumbra.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The code on the pages of `docs` is that of the gallery, letter by letter. On a page it stands
/// under a comment that names file and region: `<!-- gallery: Gamma.java filter -->`.
class PagesTest {
  private static final Pattern SHOWN =
      Pattern.compile("<!-- gallery: (\\S+) (\\S+) -->\\n```java\\n(.*?)\\n```", Pattern.DOTALL);
  private static final int LEAST = 7;

  @Test
  void theCodeOfThePagesIsThatOfTheGallery() throws IOException {
    int found = 0;
    for (Path page : pages()) {
      Matcher shown = SHOWN.matcher(Files.readString(page));
      while (shown.find()) {
        found++;
        assertThat(shown.group(3))
            .as("%s: %s", page.getFileName(), shown.group(1))
            .isEqualTo(region(shown.group(1), shown.group(2)));
      }
    }
    assertThat(found).isGreaterThanOrEqualTo(LEAST);
  }

  private static List<Path> pages() throws IOException {
    try (var files = Files.list(root().resolve("docs"))) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    }
  }

  /// The lines of a region, without the indentation that all of them have.
  private static String region(String file, String name) throws IOException {
    List<String> region = new ArrayList<>();
    boolean inside = false;
    for (String line :
        Files.readAllLines(root().resolve("gallery/src/main/java/penumbra/gallery/" + file))) {
      if (line.strip().equals("// @end")) {
        inside = false;
      }
      if (inside) {
        region.add(line);
      }
      if (line.strip().equals("// @start region=\"" + name + "\"")) {
        inside = true;
      }
    }
    return String.join("\n", region).stripIndent();
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("mvnw"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException("run the tests inside the project");
      }
    }
    return folder;
  }
}
