package penumbra.cli.failure;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import penumbra.catalogue.Spelling;
import penumbra.core.Failure;
import penumbra.core.InvalidInputException;
import penumbra.io.format.FileFailures;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Converts errors to the one line that the user reads.
///
/// ```
/// penumbra: unknown command 'fliter'; did you mean 'filter'? See 'penumbra --help'
/// ```
public final class Errors {
  private Errors() {}

  /// The line about a command line that cannot be understood.
  public static String ofUsage(ParameterException error) {
    String help = "'" + error.getCommandLine().getCommandSpec().qualifiedName() + " --help'";
    return switch (error) {
      case UnmatchedArgumentException unmatched -> ofUnmatched(unmatched) + " See " + help;
      // What is missing is most often what was misspelt.
      case MissingParameterException missing when hasUnknownOption(missing) ->
          ofUnmatched(unmatched(missing)) + " See " + help;
      // Commands are made of operations, and picocli puts words of its own around what is wrong.
      case ParameterException _
          when error.getCause() instanceof InvalidInputException plugin
              && !firstLine(error).equals(plugin.getMessage()) ->
          String.valueOf(plugin.getMessage());
      default -> {
        String line = startLower(firstLine(error).replaceFirst("^Error: ", ""));
        yield line + (line.endsWith("?") ? " See " : "; see ") + help;
      }
    };
  }

  private static boolean hasUnknownOption(ParameterException error) {
    List<String> unmatched = error.getCommandLine().getUnmatchedArguments();
    return !unmatched.isEmpty() && unmatched.getFirst().startsWith("-");
  }

  private static UnmatchedArgumentException unmatched(ParameterException error) {
    CommandLine commandLine = error.getCommandLine();
    return new UnmatchedArgumentException(commandLine, commandLine.getUnmatchedArguments());
  }

  private static String ofUnmatched(UnmatchedArgumentException error) {
    CommandLine commandLine = error.getCommandLine();
    String given = error.getUnmatched().getFirst();
    String kind = "argument";
    if (given.startsWith("-")) {
      kind = "option";
    } else if (!commandLine.getSubcommands().isEmpty()) {
      kind = "command";
    }
    Optional<String> near =
        kind.equals("command")
            ? nearestCommand(commandLine, given)
            : error.getSuggestions().stream().findFirst();
    String hint = near.map(name -> "; did you mean '" + name + "'?").orElse(".");
    return "unknown " + kind + " '" + given + "'" + hint;
  }

  /// The intended command, with its parent: `filter gaussian`. If a word names several, it is the
  /// first in the help.
  private static Optional<String> nearestCommand(CommandLine commandLine, String given) {
    Map<String, String> full = new LinkedHashMap<>();
    commandLine.getSubcommands().forEach((name, _) -> full.putIfAbsent(name, name));
    commandLine
        .getSubcommands()
        .forEach((name, command) ->
            subcommands(command).forEach(inner -> full.putIfAbsent(inner, name + " " + inner)));
    if (given.matches(".*[./\\\\].*")) {
      return Optional.empty(); // a file
    }
    return Spelling.nearest(given.toLowerCase(Locale.ROOT), full.keySet()).map(full::get);
  }

  private static Collection<String> subcommands(CommandLine command) {
    return command.getCommand() instanceof LateSubcommands late
        ? late.subcommandNames()
        : command.getSubcommands().keySet();
  }

  /// The line about an error while a command ran. Errors that we throw on purpose say it all
  /// themselves; for others the kind of error is said too.
  public static String ofWork(Throwable error) {
    return switch (error) {
      case OutOfMemoryError _ ->
          "out of memory: Java may use "
              + (Runtime.getRuntime().maxMemory() >> 20)
              + " MiB; allow more, for example with PENUMBRA_OPTS=-Xmx8g";
      case InternalError fault when FileFailures.isOfMapping(fault) ->
          "a file shrank while it was read; read it when it is written to its end";
      case Failure.Carrier carrier -> FailureWords.line(carrier.failure());
      case IllegalArgumentException _ when error.getMessage() != null -> error.getMessage();
      case java.io.IOException _ when isOurs(error) -> String.valueOf(error.getMessage());
      case java.nio.file.FileSystemException file -> ofFile(file);
      case java.io.IOException _ -> "cannot read or write: " + firstLine(error);
      default -> "an error in Penumbra itself: " + error + "; --debug shows where";
    };
  }

  /// The same while the command `spec` ran, whose options are called as they were typed.
  public static String ofWork(Throwable error, CommandSpec spec) {
    String line = ofWork(error);
    return error instanceof IllegalArgumentException ? OptionNames.of(spec).in(line) : line;
  }

  private static String ofFile(java.nio.file.FileSystemException error) {
    String why =
        switch (error) {
          case java.nio.file.NoSuchFileException _ -> "there is no such file or folder";
          case java.nio.file.AccessDeniedException _ -> "access is denied";
          case java.nio.file.FileAlreadyExistsException _ -> "it exists already";
          case java.nio.file.NotDirectoryException _ -> "it is not a folder";
          case java.nio.file.DirectoryNotEmptyException _ -> "the folder is not empty";
          default ->
              error.getReason() != null ? error.getReason() : error.getClass().getSimpleName();
        };
    return error.getFile() + ": " + why;
  }

  private static boolean isOurs(Throwable error) {
    return error.getClass().getPackageName().startsWith("penumbra.");
  }

  private static String firstLine(Throwable error) {
    String message = error.getMessage();
    return message == null || message.isEmpty()
        ? error.getClass().getSimpleName()
        : message.lines().findFirst().orElseThrow().strip();
  }

  /// A word all in capitals is a parameter's, and stays.
  private static String startLower(String text) {
    boolean capitals = text.length() > 1 && Character.isUpperCase(text.charAt(1));
    return capitals ? text : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }
}
