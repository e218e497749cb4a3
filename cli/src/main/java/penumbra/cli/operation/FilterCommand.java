package penumbra.cli.operation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Stack;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import penumbra.catalogue.Catalogue;
import penumbra.catalogue.Operation;
import penumbra.catalogue.Parameter;
import penumbra.cli.console.Console;
import penumbra.cli.console.ExitCodes;
import penumbra.cli.failure.Errors;
import penumbra.cli.failure.LateSubcommands;
import penumbra.cli.option.PathConverter;
import penumbra.core.InvalidInputException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.DuplicateOptionAnnotationsException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `penumbra filter NAME ...`: one operation of the catalogue on files. Each operation is a
/// subcommand whose options are its parameters. Only the needed ones are created, mostly one.
@Command(
    name = "filter",
    description = "Filter images and arrays with one operation.",
    synopsisSubcommandLabel = "OPERATION",
    commandListHeading = "%nOperations:%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "'penumbra filter OPERATION --help' shows the options of an operation. Example:",
      "  penumbra filter gaussian --sigma 2 scan.png -o smooth.png",
      "",
      "To apply several operations, join them with +, each with its own options:",
      "  penumbra filter gaussian --sigma 1 + sobel-magnitude scan.png -o edges.png",
      "",
      "- is standard input or output:",
      "  cat scan.png | penumbra filter gaussian - -o - > smooth.png"
    })
public final class FilterCommand implements LateSubcommands, Callable<Integer> {
  private final Console console;
  @Spec private CommandSpec spec;

  FilterCommand(Console console) {
    this.console = console;
  }

  /// The command, ready to find its operations when it is called.
  public static CommandLine on(Console console) {
    var commandLine = new CommandLine(new FilterCommand(console));
    commandLine
        .getCommandSpec()
        .preprocessor((args, spec, _, _) -> addOperations(console, spec, args));
    return commandLine;
  }

  /// Without an operation, it lists the operations.
  @Override
  public Integer call() {
    spec.commandLine().usage(console.err());
    return ExitCodes.USAGE;
  }

  /// Adds the requested operation, or the chain of several. If there is none, adds all of them, as
  /// for the help.
  private static boolean addOperations(Console console, CommandSpec filter, Stack<String> args) {
    Catalogue.names(); // so that what is wrong with plug-ins is not taken for a wrong argument
    // The first argument lies on top.
    List<String> arguments = ChainLine.operationFirst(List.copyOf(args).reversed());
    if (arguments.isEmpty() || arguments.getFirst().startsWith("-")) {
      addAllOperations(console, filter);
      return false;
    }
    try {
      List<String> called = arguments;
      if (ChainLine.is(arguments)) {
        called = addChain(console, filter, arguments);
      } else {
        add(console, filter, Catalogue.operation(arguments.getFirst()));
      }
      args.clear();
      args.addAll(called.reversed());
    } catch (InvalidInputException unknown) {
      throw new ParameterException(filter.commandLine(), Errors.ofWork(unknown), unknown);
    }
    return false;
  }

  /// Adds the chain, and gives the arguments that are left for it, its name first.
  private static List<String> addChain(
      Console console, CommandSpec filter, List<String> arguments) {
    List<String> shared = sharedOptions(console, filter);
    ChainLine line = ChainLine.of(arguments, shared);
    line.parts().forEach(part -> requireOwnOptions(part.operation(), shared));
    add(filter, ChainCommand.name(line.parts()), ChainCommand.spec(line.parts(), console));
    List<String> left = new ArrayList<>(line.others());
    left.addFirst(ChainCommand.name(line.parts()));
    return left;
  }

  /// The options that are not an operation's own.
  private static List<String> sharedOptions(Console console, CommandSpec filter) {
    List<OptionSpec> options = new ArrayList<>(ChainCommand.spec(List.of(), console).options());
    options.addAll(filter.options());
    return options.stream().flatMap(option -> Stream.of(option.names())).toList();
  }

  /// Adds every operation of the catalogue to the command `filter`.
  public static void addAllOperations(Console console, CommandSpec filter) {
    Catalogue.operations().forEach(operation -> add(console, filter, operation));
  }

  private static void add(Console console, CommandSpec filter, Operation operation) {
    if (!filter.subcommands().containsKey(operation.name())) {
      add(filter, operation.name(), spec(console, filter, operation));
    }
  }

  /// A plug-in's author does not know all options that operations share.
  private static CommandSpec spec(Console console, CommandSpec filter, Operation operation) {
    try {
      return OperationCommand.spec(operation, console);
    } catch (DuplicateOptionAnnotationsException twice) {
      requireOwnOptions(operation, sharedOptions(console, filter));
      throw twice;
    }
  }

  /// A plug-in that cannot be loaded is told by the commands that need it, and there is another
  /// error to tell here.
  @Override
  public Collection<String> subcommandNames() {
    try {
      return Catalogue.names();
    } catch (InvalidInputException broken) {
      return List.of();
    }
  }

  private static void requireOwnOptions(Operation operation, List<String> shared) {
    for (Parameter parameter : operation.parameters()) {
      InvalidInputException.require(
          !shared.contains("--" + parameter.name()),
          "a parameter of the operation '" + operation.name() + "'",
          "must not have the name of an option that all operations share",
          "called '" + parameter.name() + "'",
          "rename the component in the plug-in that brings it");
    }
  }

  private static void add(CommandSpec filter, String name, CommandSpec spec) {
    CommandLine parent = filter.commandLine();
    var subcommand = new CommandLine(spec);
    filter.addSubcommand(name, subcommand);
    subcommand
        .setOut(parent.getOut())
        .setErr(parent.getErr())
        .setColorScheme(parent.getColorScheme())
        .setUsageHelpWidth(parent.getUsageHelpWidth())
        .registerConverter(Path.class, new PathConverter())
        .setCaseInsensitiveEnumValuesAllowed(true);
  }
}
