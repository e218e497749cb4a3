package penumbra.cli;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import penumbra.cli.console.Console;
import penumbra.cli.dataset.AuditCommand;
import penumbra.cli.dataset.DeidentifyCommand;
import penumbra.cli.dataset.RecipeCommand;
import penumbra.cli.dataset.ReplayCommand;
import penumbra.cli.dataset.RunCommand;
import penumbra.cli.dataset.SqlCommand;
import penumbra.cli.dataset.StatsCommand;
import penumbra.cli.dataset.VerifyCommand;
import penumbra.cli.operation.ConvertCommand;
import penumbra.cli.operation.FilterCommand;
import penumbra.cli.operation.OperationsCommand;
import penumbra.cli.show.GifCommand;
import penumbra.cli.show.PlotCommand;

/// The commands, in the order and the groups in which `penumbra --help` lists them. This is the
/// only list of them.
public final class Commands {
  private static final List<String> VERSION = List.of("-V", "--version");
  private static final String HELP = "help";
  private static final String COMPLETION = "completion";

  private static final List<Group> GROUPS =
      List.of(
          new Group(
              "The article",
              List.of(
                  new Entry("demo", DemoCommand::new),
                  new Entry("article", ArticleCommand::new, Requirement.FAST_FOR_MANY))),
          new Group(
              "Filter and measure",
              List.of(
                  new Entry("filter", FilterCommand::on, Requirement.FAST_FOR_MANY),
                  new Entry("convert", ConvertCommand::new, Requirement.FAST_FOR_MANY),
                  new Entry("info", InfoCommand::new, Requirement.FAST_FOR_RUNTIME),
                  new Entry("explain", ExplainCommand::new),
                  new Entry("operations", OperationsCommand::new))),
          new Group(
              "Data sets",
              List.of(
                  new Entry(
                      "audit", AuditCommand::new, Requirement.FAST_FOR_MANY, Requirement.DATA),
                  new Entry(
                      "stats", StatsCommand::new, Requirement.FAST_FOR_MANY, Requirement.DATA),
                  new Entry(
                      "run",
                      RunCommand::new,
                      Requirement.FAST,
                      Requirement.DATA,
                      Requirement.MEMORY),
                  new Entry("recipe", RecipeCommand::on),
                  new Entry("sql", SqlCommand::new, Requirement.DATA),
                  new Entry("verify", VerifyCommand::new, Requirement.DATA),
                  new Entry(
                      "replay",
                      ReplayCommand::new,
                      Requirement.FAST,
                      Requirement.DATA,
                      Requirement.MEMORY))),
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
                  new Entry("bench", BenchCommand::new, Requirement.FAST),
                  new Entry(HELP, HelpCommand::new),
                  new Entry(COMPLETION, CompletionCommand::new))));

  private Commands() {}

  /// A command by its name; it is created on request, because each takes time to start.
  ///
  /// @param name as it is typed
  /// @param maker creates the picocli command, or its [picocli.CommandLine], from the [Console]
  ///   that it prints to
  /// @param requirements its requirements for the start of Java
  public record Entry(String name, Function<Console, Object> maker, Set<Requirement> requirements) {
    public Entry {
      requirements = Set.copyOf(requirements);
    }

    public Entry(String name, Function<Console, Object> maker, Requirement... requirements) {
      this(name, maker, Set.of(requirements));
    }
  }

  /// A requirement of a command for the start of Java. The build writes it into a file, since the
  /// launcher has to know it before Java starts: see [LauncherTable].
  enum Requirement {
    /// The fast kernels, always.
    FAST("fast"),
    /// The fast kernels for many files, or an archive: for a few files, loading them takes longer
    /// than they save.
    FAST_FOR_MANY("fast-for-many"),
    /// The fast kernels with the option `--runtime`, which describes them.
    FAST_FOR_RUNTIME("fast-for-runtime"),
    /// The databases, whose jars are large.
    DATA("data"),
    /// A garbage collector and memory pages for a process that constantly allocates and drops large
    /// arrays.
    MEMORY("memory");

    private final String word;

    Requirement(String word) {
      this.word = word;
    }

    /// As the launcher reads it.
    String word() {
      return word;
    }
  }

  /// Commands that belong together.
  ///
  /// @param title the line above them in the help
  /// @param commands in the order of the help
  public record Group(String title, List<Entry> commands) {
    public Group {
      commands = List.copyOf(commands);
    }
  }

  public static List<Group> groups() {
    return GROUPS;
  }

  /// The commands that these arguments may need: the one that they begin with, or all if that is
  /// not known.
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
