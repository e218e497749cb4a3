package penumbra.cli.console;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/// Wraps the text below the options to the width of the terminal. In the source, its lines end as
/// the code's lines do.
///
/// Lines belong to one paragraph up to an empty one; an indented one, an example, stays alone.
public final class Paragraphs {
  private Paragraphs() {}

  /// Sets the footers of this command and of all below it.
  public static void flowIn(CommandLine commandLine) {
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
