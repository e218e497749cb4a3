package penumbra.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/// The list of commands in the help, under the titles of their groups; picocli's own is one long
/// list.
final class GroupedCommands implements IHelpSectionRenderer {
  private static final int INDENT = 2;

  /// Lists the groups in the help of `commandLine`, ahead of its options.
  static void showIn(CommandLine commandLine) {
    commandLine
        .getHelpSectionMap()
        .put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, new GroupedCommands());
    var order = new ArrayList<String>(commandLine.getHelpSectionKeys());
    List<String> commands =
        List.of(
            UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING,
            UsageMessageSpec.SECTION_KEY_COMMAND_LIST);
    order.removeAll(commands);
    order.addAll(order.indexOf(UsageMessageSpec.SECTION_KEY_OPTION_LIST_HEADING), commands);
    commandLine.setHelpSectionKeys(order);
  }

  @Override
  public String render(Help help) {
    var text = new StringBuilder();
    for (Commands.Group group : Commands.groups()) {
      text.append("%n%s:%n".formatted(group.title()));
      text.append(table(help, group));
    }
    return text.toString();
  }

  private String table(Help help, Commands.Group group) {
    Map<String, CommandLine> commands = help.commandSpec().subcommands();
    int nameWidth =
        commands.keySet().stream().mapToInt(String::length).max().orElse(0) + 2 * INDENT;
    int width = help.commandSpec().usageMessage().width();
    TextTable table =
        TextTable.forColumns(
            help.colorScheme(),
            new Column(nameWidth, INDENT, Overflow.SPAN),
            new Column(width - nameWidth, INDENT, Overflow.WRAP));
    for (Commands.Entry entry : group.commands()) {
      CommandSpec spec = Objects.requireNonNull(commands.get(entry.name())).getCommandSpec();
      Ansi.Text name = help.colorScheme().commandText(spec.name());
      Ansi.Text description =
          help.colorScheme().text(String.join(" ", spec.usageMessage().description()));
      table.addRowValues(new Ansi.Text[] {name, description});
    }
    return table.toString();
  }
}
