package penumbra.cli;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import penumbra.cli.console.Console;
import penumbra.cli.console.ExitCodes;
import penumbra.cli.operation.FilterCommand;
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
      arity = "0..*",
      paramLabel = "COMMAND",
      completionCandidates = Names.class,
      description =
          "The command, and its subcommand if it has any. Without it, all commands are"
              + " listed.")
  private List<String> commands = List.of();

  HelpCommand(Console console) {
    this.console = console;
  }

  /// The commands' names, for the shell to complete.
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Commands.groups().stream()
          .flatMap(group -> group.commands().stream())
          .map(Commands.Entry::name)
          .iterator();
    }
  }

  @Override
  public Integer call() {
    CommandLine asked = spec.root().commandLine();
    for (String command : commands) {
      if (asked.getCommand() instanceof FilterCommand) {
        FilterCommand.addAllOperations(console, asked.getCommandSpec());
      }
      CommandLine next = asked.getSubcommands().get(command);
      if (next == null) {
        throw new UnmatchedArgumentException(asked, List.of(command));
      }
      asked = next;
    }
    if (asked.getCommand() instanceof FilterCommand) {
      FilterCommand.addAllOperations(console, asked.getCommandSpec());
    }
    asked.usage(console.out());
    return ExitCodes.DONE;
  }
}
