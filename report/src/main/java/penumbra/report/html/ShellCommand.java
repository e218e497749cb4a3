package penumbra.report.html;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A command to paste into a shell, and its purpose.
///
/// ```
/// ShellCommand.of("The figure", "penumbra", "article", "my scans", "-o", "out").text();
/// // penumbra article 'my scans' -o out
/// ```
///
/// @param purpose what the command makes, in a few words
/// @param words the command's words, as the program receives them
public record ShellCommand(String purpose, List<String> words) {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

  public ShellCommand {
    words = List.copyOf(words);
  }

  /// A command of these words.
  public static ShellCommand of(String purpose, String... words) {
    return new ShellCommand(purpose, Arrays.asList(words));
  }

  /// The words, separated by spaces; a word that a POSIX shell would split is quoted.
  public String text() {
    return words.stream().map(ShellCommand::quoted).collect(Collectors.joining(" "));
  }

  /// A path as a word that no program mistakes for an option.
  public static String path(Object path) {
    String text = path.toString();
    return text.isEmpty() ? "." : text.startsWith("-") ? "./" + text : text;
  }

  /// The path of a file in a folder, or in an archive.
  public static String inside(Path folder, String name) {
    return path(Files.isDirectory(folder) ? folder.resolve(name) : folder + "!/" + name);
  }

  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
