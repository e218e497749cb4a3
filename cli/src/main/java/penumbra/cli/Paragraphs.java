package penumbra.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/// Lets the text below the options flow to the width of the terminal: where it stands in the
/// source, its lines end where the source's do.
///
/// Lines belong to one paragraph up to an empty one; an indented one, an example, stays alone.
final class Paragraphs {
  private Paragraphs() {}

  /// Sets the footers of this command and of all below it.
  static void flowIn(CommandLine commandLine) {
    UsageMessageSpec message = commandLine.getCommandSpec().usageMessage();
    message.footer(flowing(List.of(message.footer())).toArray(String[]::new));
    commandLine.getSubcommands().values().forEach(Paragraphs::flowIn);
  }

  static List<String> flowing(List<String> lines) {
    List<String> paragraphs = new ArrayList<>();
    for (String line : lines) {
      boolean goesOn = !paragraphs.isEmpty() && isProse(line) && isProse(paragraphs.getLast());
      if (goesOn) {
        paragraphs.add(paragraphs.removeLast() + " " + line);
      } else {
        paragraphs.add(line);
      }
    }
    return paragraphs;
  }

  private static boolean isProse(String line) {
    return !line.isEmpty() && !line.startsWith(" ");
  }
}
