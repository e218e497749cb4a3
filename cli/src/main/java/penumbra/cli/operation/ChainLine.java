package penumbra.cli.operation;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import penumbra.catalogue.Catalogue;
import penumbra.catalogue.Operation;
import penumbra.catalogue.Parameter;
import penumbra.core.InvalidInputException;

/// A command line of several operations, as in `gaussian --sigma 1 + sobel-magnitude in.png -o
/// out.png`, taken apart: between two `+` there is an operation with its parameters; everything
/// else, in any place, belongs to the whole command.
///
/// @param parts the operations with their parameters
/// @param others all other arguments, in their order
record ChainLine(List<Part> parts, List<String> others) {
  static final String AND_THEN = "+";

  /// One operation and what is given for its parameters.
  record Part(Operation operation, Map<String, String> values) {
    Part {
      values = Map.copyOf(values);
    }
  }

  ChainLine {
    parts = List.copyOf(parts);
    others = List.copyOf(others);
  }

  /// Whether the arguments name several operations.
  static boolean is(List<String> arguments) {
    return arguments.contains(AND_THEN);
  }

  /// The arguments with inputs that stand ahead of the operation moved to their end.
  static List<String> operationFirst(List<String> arguments) {
    int inputs = 0;
    while (inputs < arguments.size() && isInput(arguments.get(inputs))) {
      inputs++;
    }
    if (inputs == arguments.size() || arguments.get(inputs).startsWith("-")) {
      return arguments;
    }
    List<String> moved = new ArrayList<>(arguments.subList(inputs, arguments.size()));
    moved.addAll(arguments.subList(0, inputs));
    return moved;
  }

  /// Whether that word at the beginning is an input, and not an operation, be it misspelt.
  private static boolean isInput(String word) {
    if (word.equals("-")) {
      return true;
    }
    if (word.startsWith("-") || word.equals(AND_THEN) || Catalogue.names().contains(word)) {
      return false;
    }
    try {
      return word.matches(".*[./\\\\].*") || Files.exists(Path.of(word));
    } catch (InvalidPathException _) {
      return false;
    }
  }

  /// Takes the arguments apart.
  ///
  /// @param shared the names of the options that belong to the whole
  static ChainLine of(List<String> arguments, List<String> shared) {
    List<Part> parts = new ArrayList<>();
    List<String> others = new ArrayList<>();
    List<String> own = new ArrayList<>();
    for (String argument : arguments) {
      if (argument.equals(AND_THEN)) {
        parts.add(part(own, shared, others));
        own.clear();
      } else {
        own.add(argument);
      }
    }
    parts.add(part(own, shared, others));
    return new ChainLine(parts, others);
  }

  private static Part part(List<String> arguments, List<String> shared, List<String> others) {
    InvalidInputException.require(
        !arguments.isEmpty() && !arguments.getFirst().startsWith("-"),
        "each + in a chain",
        "must stand between two operations",
        arguments.isEmpty() ? "beside none" : "beside '" + arguments.getFirst() + "'",
        "write it like gaussian --sigma 1 + sobel-magnitude");
    Operation operation = Catalogue.operation(arguments.getFirst());
    List<String> known = operation.parameters().stream().map(Parameter::name).toList();
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 1; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      int equals = argument.indexOf('=');
      String option = equals < 0 ? argument : argument.substring(0, equals);
      if (!option.startsWith("--") || shared.contains(option)) {
        others.add(argument);
        continue;
      }
      requireKnown(operation, option, known);
      boolean follows = equals < 0;
      InvalidInputException.require(
          !follows || i + 1 < arguments.size(),
          operation.name() + ": " + option,
          "must have a value",
          "the last word",
          "write it like " + option + " " + standard(operation, option));
      String value = follows ? arguments.get(++i) : argument.substring(equals + 1);
      boolean first = values.put(option.substring(2), value) == null;
      InvalidInputException.require(
          first,
          operation.name() + ": " + option,
          "must be given once",
          "given again",
          "leave the others out");
    }
    return new Part(operation, values);
  }

  private static void requireKnown(Operation operation, String option, List<String> known) {
    InvalidInputException.require(
        known.contains(option.substring(2)),
        "an option of " + operation.name(),
        "must be one of --" + String.join(", --", known),
        "'" + option + "'",
        "write it behind the operation that it belongs to");
  }

  private static String standard(Operation operation, String option) {
    Optional<Parameter> parameter =
        operation.parameters().stream().filter(one -> option.equals("--" + one.name())).findFirst();
    return parameter.map(Parameter::standard).orElse("");
  }
}
