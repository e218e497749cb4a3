package penumbra.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Each command's requirements for the start of Java, as lines for the launcher. The build runs
/// this class to print them into a file, so that [Commands] stays the only list of commands.
///
/// ```
/// filter fast-for-many
/// run fast data memory
/// ```
final class LauncherTable {
  private LauncherTable() {}

  /// Prints the lines.
  public static void main(String[] args) {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    lines().forEach(line -> out.print(line + "\n"));
  }

  /// A line for each command: its name and the words of its requirements.
  static List<String> lines() {
    return Commands.groups().stream()
        .flatMap(group -> group.commands().stream())
        .map(LauncherTable::line)
        .toList();
  }

  private static String line(Commands.Entry entry) {
    return Stream.concat(
            Stream.of(entry.name()),
            entry.requirements().stream().sorted().map(Commands.Requirement::word))
        .collect(Collectors.joining(" "));
  }
}
