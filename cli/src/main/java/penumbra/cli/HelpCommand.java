package penumbra.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/// `penumbra help [COMMAND]`: the same as `--help`, for those who type it the other way round.
@Command(name = "help", description = "Show the help of a command.")
final class HelpCommand implements Callable<Integer> {
  private final Console console;
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "COMMAND",
      description = "The command; without it, the list of all.")
  private @Nullable String command;

  HelpCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    CommandLine root = spec.root().commandLine();
    if (command == null) {
      root.usage(console.out());
      return ExitCodes.DONE;
    }
    CommandLine asked = root.getSubcommands().get(command);
    if (asked == null) {
      throw new UnmatchedArgumentException(root, List.of(command));
    }
    asked.usage(console.out());
    return ExitCodes.DONE;
  }
}
