package penumbra.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The project's documents, and the command lines that stand in their blocks of code.
final class Documents {
  private static final Path PROJECT = Path.of("..");
  private static final String FENCE = "```";
  private static final String SHELL = FENCE + "sh";
  private static final String BATCH = FENCE + "bat";
  private static final String PROMPT = "$ ";

  private Documents() {}

  /// All documents that tell users or contributors what to type, by their paths in the project.
  static List<String> names() throws IOException {
    List<String> names = new ArrayList<>(List.of("README.md", "CONTRIBUTING.md"));
    try (Stream<Path> files = Files.walk(PROJECT.resolve("docs"))) {
      files
          .map(file -> PROJECT.relativize(file).toString())
          .filter(name -> name.endsWith(".md"))
          .sorted()
          .forEach(names::add);
    }
    return names;
  }

  /// The lines of a document's shell blocks and of those for Windows, and those after a prompt in
  /// its other blocks, in their order, without comments. A line that ends in a backslash goes on in
  /// the next.
  static List<String> commandLines(String name) throws IOException {
    List<String> lines = new ArrayList<>();
    String block = "";
    String begun = "";
    for (String line : Files.readAllLines(PROJECT.resolve(name))) {
      String text = line.strip();
      if (text.startsWith(FENCE)) {
        block = block.isEmpty() ? text : "";
      } else if (block.equals(SHELL) && text.endsWith("\\")) {
        begun += text.substring(0, text.length() - 1);
      } else if (block.equals(SHELL)) {
        lines.add(withoutComment(begun + text));
        begun = "";
      } else if (block.equals(BATCH)) {
        lines.add(text);
      } else if (!block.isEmpty() && text.startsWith(PROMPT)) {
        lines.add(withoutComment(text.substring(PROMPT.length())));
      }
    }
    lines.removeIf(String::isEmpty);
    return lines;
  }

  private static String withoutComment(String line) {
    return line.replaceFirst("(^|\\s+)#.*", "").strip();
  }
}
