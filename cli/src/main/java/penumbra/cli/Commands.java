package penumbra.cli;

import java.util.List;

/// The commands, in the order and the groups in which `penumbra --help` lists them. This is the
/// only list of them.
final class Commands {
  private Commands() {}

  /// Commands that belong together.
  ///
  /// @param title the line above them in the help
  /// @param commands picocli commands, or their [picocli.CommandLine]s; each gets the [Console] it
  ///   prints to
  record Group(String title, List<Object> commands) {
    Group {
      commands = List.copyOf(commands);
    }
  }

  static List<Group> on(Console console) {
    return List.of(
        new Group("The article", List.of(new DemoCommand(console), new ArticleCommand(console))),
        new Group(
            "Filter and measure",
            List.of(
                FilterCommand.on(console),
                new InfoCommand(console),
                new OperationsCommand(console))),
        new Group("Show", List.of(PlotCommand.on(console), new GifCommand(console))),
        new Group(
            "About Penumbra", List.of(new HelpCommand(console), new CompletionCommand(console))));
  }
}
