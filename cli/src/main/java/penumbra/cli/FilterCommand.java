package penumbra.cli;

import java.nio.file.Path;
import java.util.Stack;
import java.util.concurrent.Callable;
import penumbra.core.InvalidInputException;
import penumbra.pipeline.Catalogue;
import penumbra.pipeline.Operation;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `penumbra filter NAME ...`: one operation of the catalogue on files. Each operation is a
/// subcommand whose options are its parameters. They are made once it is known which are needed:
/// mostly one.
@Command(
    name = "filter",
    description = "Filter images and arrays with one operation.",
    synopsisSubcommandLabel = "OPERATION",
    commandListHeading = "%nOperations:%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "'penumbra filter OPERATION --help' shows an operation's options, for example:",
      "  penumbra filter gaussian --sigma 2 scan.png -o smooth.png"
    })
final class FilterCommand implements Callable<Integer> {
  private final Console console;
  @Spec private CommandSpec spec;

  FilterCommand(Console console) {
    this.console = console;
  }

  /// The command, ready to find its operations when it is called.
  static CommandLine on(Console console) {
    var commandLine = new CommandLine(new FilterCommand(console));
    commandLine
        .getCommandSpec()
        .preprocessor((args, spec, _, _) -> addOperations(console, spec, args));
    return commandLine;
  }

  /// Without an operation there is nothing to do but to say which ones there are.
  @Override
  public Integer call() {
    spec.commandLine().usage(console.err());
    return ExitCodes.USAGE;
  }

  /// Adds the operation that is called, or all of them where none is, as for the help.
  private static boolean addOperations(Console console, CommandSpec filter, Stack<String> args) {
    if (args.isEmpty() || args.peek().startsWith("-")) {
      addAllOperations(console, filter);
    } else {
      try {
        add(console, filter, Catalogue.operation(args.peek()));
      } catch (InvalidInputException unknown) {
        throw new ParameterException(filter.commandLine(), unknown.getMessage(), unknown);
      }
    }
    return false;
  }

  /// Adds every operation of the catalogue to the command `filter`.
  static void addAllOperations(Console console, CommandSpec filter) {
    Catalogue.operations().forEach(operation -> add(console, filter, operation));
  }

  private static void add(Console console, CommandSpec filter, Operation operation) {
    if (filter.subcommands().containsKey(operation.name())) {
      return;
    }
    CommandLine parent = filter.commandLine();
    var subcommand = new CommandLine(OperationCommand.spec(operation, console));
    filter.addSubcommand(operation.name(), subcommand);
    subcommand
        .setOut(parent.getOut())
        .setErr(parent.getErr())
        .setColorScheme(parent.getColorScheme())
        .setUsageHelpWidth(parent.getUsageHelpWidth())
        .registerConverter(Path.class, Main::path)
        .setCaseInsensitiveEnumValuesAllowed(true);
  }
}
