package penumbra.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import penumbra.cli.console.Console;
import penumbra.cli.console.ExitCodes;
import penumbra.cli.console.Paragraphs;
import penumbra.cli.console.Pipes;
import penumbra.cli.console.RootCommand;
import penumbra.cli.console.StandardError;
import penumbra.cli.console.Terminal;
import penumbra.cli.failure.Errors;
import penumbra.cli.option.PathConverter;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;

/// The entry point of the command line.
///
/// ```
/// int exitCode = Main.run(console, "info", "scan.png");
/// ```
public final class Main {
  private static final int NARROWEST_HELP = 60;
  private static final int WIDEST_HELP = 100;

  private Main() {}

  /// Runs the command line and ends the process with its exit code.
  public static void main(String[] args) {
    OutputStream err = StandardError.open();
    var console = new Console(new FileOutputStream(FileDescriptor.out), err, Terminal.ofLauncher());
    System.exit(run(console, args));
  }

  /// Runs the command line on `console` and returns the exit code.
  static int run(Console console, String... args) {
    var root = new RootCommand(console);
    CommandLine commandLine = commandLine(console, root, args);
    int code;
    try {
      code = commandLine.execute(args);
    } catch (OutOfMemoryError | StackOverflowError | InternalError e) {
      code = report(console, root, Errors.ofWork(e), e);
    }
    console.out().flush();
    close(console.pipes(), console);
    Optional<String> failure = console.outFailure();
    if (failure.isPresent()) {
      console.error("cannot write to standard output: " + failure.get());
      code = Math.max(code, ExitCodes.SOME_FAILED);
    }
    console.err().flush();
    return code;
  }

  /// What stays behind is in the system's folder for such files, and does no harm.
  private static void close(Pipes pipes, Console console) {
    try {
      pipes.close();
    } catch (IOException e) {
      console.note("penumbra: a temporary file was left behind: " + e.getMessage());
    }
  }

  private static CommandLine commandLine(Console console, RootCommand root, String... args) {
    var commandLine = new CommandLine(root);
    for (Commands.Entry entry : Commands.neededFor(args)) {
      commandLine.addSubcommand(entry.name(), entry.maker().apply(console));
    }
    Ansi ansi = console.terminal().out() && console.terminal().colours() ? Ansi.ON : Ansi.OFF;
    int width = Math.clamp(console.terminal().columns(), NARROWEST_HELP, WIDEST_HELP);
    GroupedCommands.showIn(commandLine);
    Paragraphs.flowIn(commandLine);
    return commandLine
        .setOut(console.out())
        .setErr(console.err())
        .setColorScheme(Help.defaultColorScheme(ansi))
        .setUsageHelpWidth(width)
        .registerConverter(Path.class, new PathConverter())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler((error, _) -> reportUsage(console, root, error))
        .setExecutionExceptionHandler((error, command, _) ->
            report(console, root, Errors.ofWork(error, command.getCommandSpec()), error));
  }

  private static int reportUsage(Console console, RootCommand root, ParameterException error) {
    console.error(Errors.ofUsage(error));
    return showStack(console, root, error, ExitCodes.USAGE);
  }

  private static int report(Console console, RootCommand root, String line, Throwable error) {
    console.error(line);
    boolean badInput = error instanceof IllegalArgumentException;
    return showStack(console, root, error, badInput ? ExitCodes.USAGE : ExitCodes.SOME_FAILED);
  }

  private static int showStack(Console console, RootCommand root, Throwable error, int code) {
    if (root.debug()) {
      error.printStackTrace(console.err());
    }
    return code;
  }
}
