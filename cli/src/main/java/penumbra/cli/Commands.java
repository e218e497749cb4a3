package penumbra.cli;

import java.util.List;
import java.util.function.Function;

/// The commands, in the order and the groups in which `penumbra --help` lists them. This is the
/// only list of them.
final class Commands {
  private static final List<String> VERSION = List.of("-V", "--version");
  private static final String HELP = "help";
  private static final String COMPLETION = "completion";

  private static final List<Group> GROUPS =
      List.of(
          new Group(
              "The article",
              List.of(
                  new Entry("demo", DemoCommand::new), new Entry("article", ArticleCommand::new))),
          new Group(
              "Filter and measure",
              List.of(
                  new Entry("filter", FilterCommand::on),
                  new Entry("convert", ConvertCommand::new),
                  new Entry("info", InfoCommand::new),
                  new Entry("explain", ExplainCommand::new),
                  new Entry("operations", OperationsCommand::new))),
          new Group(
              "Data sets",
              List.of(
                  new Entry("audit", AuditCommand::new),
                  new Entry("stats", StatsCommand::new),
                  new Entry("run", RunCommand::new),
                  new Entry("recipe", RecipeCommand::on),
                  new Entry("sql", SqlCommand::new),
                  new Entry("verify", VerifyCommand::new),
                  new Entry("replay", ReplayCommand::new))),
          new Group(
              "DICOM",
              List.of(
                  new Entry("deidentify", DeidentifyCommand::new),
                  new Entry("phantom", PhantomCommand::new))),
          new Group(
              "Show",
              List.of(new Entry("plot", PlotCommand::on), new Entry("gif", GifCommand::new))),
          new Group(
              "About Penumbra",
              List.of(
                  new Entry("bench", BenchCommand::new),
                  new Entry(HELP, HelpCommand::new),
                  new Entry(COMPLETION, CompletionCommand::new))));

  private Commands() {}

  /// A command by its name; it is made when it is needed, because each takes its time to start.
  ///
  /// @param name as it is typed
  /// @param maker makes the picocli command, or its [picocli.CommandLine], from the [Console] that
  ///   it prints to
  record Entry(String name, Function<Console, Object> maker) {}

  /// Commands that belong together.
  ///
  /// @param title the line above them in the help
  /// @param commands in the order of the help
  record Group(String title, List<Entry> commands) {
    Group {
      commands = List.copyOf(commands);
    }
  }

  static List<Group> groups() {
    return GROUPS;
  }

  /// The commands that these arguments can lead to: the one that they begin with, or all where it
  /// takes all to tell.
  static List<Entry> neededFor(String... args) {
    List<Entry> all = GROUPS.stream().flatMap(group -> group.commands().stream()).toList();
    if (args.length == 1 && VERSION.contains(args[0])) {
      return List.of();
    }
    if (args.length == 0 || args[0].equals(HELP) || args[0].equals(COMPLETION)) {
      return all;
    }
    List<Entry> named = all.stream().filter(entry -> entry.name().equals(args[0])).toList();
    return named.isEmpty() ? all : named;
  }
}
