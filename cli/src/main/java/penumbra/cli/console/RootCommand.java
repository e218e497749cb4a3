package penumbra.cli.console;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// `penumbra` itself: the options that every command has, and the help over all of them.
@Command(
    name = "penumbra",
    header = {"Radiograph filtering: right by default, faithful to SciPy on request.", ""},
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "",
    optionListHeading = "%nOptions:%n",
    versionProvider = Version.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:Done.",
      "1:Some inputs failed. Each is named on standard error; the others are done.",
      "2:The command line is invalid; nothing was started."
    },
    footer = {
      "",
      "'penumbra COMMAND --help' explains a command.",
      "Not a medical device: not for diagnosis."
    })
public final class RootCommand implements Callable<Integer> {
  private final Console console;
  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  @SuppressWarnings("UnusedVariable") // picocli acts on it
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the versions of Penumbra and Java.")
  @SuppressWarnings("UnusedVariable") // picocli acts on it
  private boolean version;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "On an error, also show the stack trace.")
  private boolean debug;

  public RootCommand(Console console) {
    this.console = console;
  }

  public Console console() {
    return console;
  }

  public boolean debug() {
    return debug;
  }

  /// Without a command, it lists the commands.
  @Override
  public Integer call() {
    spec.commandLine().usage(console.err());
    return ExitCodes.USAGE;
  }
}
