package penumbra.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import penumbra.io.ImageFiles;

/// The article's figures on two real radiographs, digit for digit: `reference.tsv`, written by
/// SciPy. The radiographs are not part of the project; they are looked for in `../shared/data`.
class ReferenceTest {
  /// A cell of the table.
  private record Cell(Path image, String figure, String expected) {}

  @TestFactory
  List<DynamicTest> theArticleGivesSciPysFigures() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Cell cell : cells()) {
      tests.add(
          DynamicTest.dynamicTest(
              cell.figure + " of " + cell.image.getFileName(), () -> compare(cell)));
    }
    return tests;
  }

  private static void compare(Cell cell) throws IOException {
    assumeTrue(
        Files.exists(cell.image), () -> "needs ../shared/data beside the project: " + cell.image);
    var article = new ArticleFigures(ImageFiles.read(cell.image).pixels());
    assertThat(article.figure(cell.figure)).as(cell.figure).isEqualTo(cell.expected);
  }

  private static List<Cell> cells() throws IOException {
    Path data = ProjectRoot.find().resolveSibling("shared").resolve("data");
    List<Cell> cells = new ArrayList<>();
    try (InputStream table =
        Objects.requireNonNull(ReferenceTest.class.getResourceAsStream("reference.tsv"))) {
      List<String[]> rows =
          new String(table.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#"))
              .map(line -> line.split("\t", -1))
              .toList();
      for (String[] row : rows.subList(1, rows.size())) {
        for (int column = 1; column < row.length; column++) {
          cells.add(new Cell(data.resolve(rows.getFirst()[column]), row[0], row[column]));
        }
      }
    }
    return cells;
  }
}
