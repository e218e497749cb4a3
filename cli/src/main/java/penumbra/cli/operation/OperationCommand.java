package penumbra.cli.operation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import penumbra.catalogue.Operation;
import penumbra.catalogue.OperationCall;
import penumbra.catalogue.OperationChain;
import penumbra.catalogue.Parameter;
import penumbra.cli.console.Console;
import penumbra.core.InvalidInputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;

/// One operation of `penumbra filter`, with its options from the catalogue.
@Command(
    optionListHeading = "%nFiles, pictures and speed:%n",
    sortOptions = false,
    footer = {
      "",
      FilterFiles.FOOTER,
      "",
      "To apply several operations, join them with +:",
      "  penumbra filter gaussian --sigma 1 + sobel-magnitude scan.png -o edges.png"
    })
final class OperationCommand implements Callable<Integer> {
  private final Operation operation;
  @Spec private CommandSpec spec;
  @Mixin private final FilterFiles files;

  private OperationCommand(Operation operation, Console console) {
    this.operation = operation;
    this.files = new FilterFiles(console);
  }

  /// The command with its options.
  static CommandSpec spec(Operation operation, Console console) {
    var command = new OperationCommand(operation, console);
    CommandSpec spec = CommandSpec.forAnnotatedObject(command).name(operation.name());
    spec.usageMessage()
        .description(operation.summary())
        .customSynopsis(
            "Usage: penumbra filter " + operation.name() + " [PARAMETERS] IN... -o OUT [OPTIONS]")
        .synopsisHeading("");
    ArgGroupSpec.Builder group =
        ArgGroupSpec.builder()
            .heading("%nParameters:%n")
            .validate(false)
            .exclusive(false)
            .multiplicity("0..1");
    OperationHelpOrder.showIn(spec);
    int order = 0;
    for (Parameter parameter : operation.parameters()) {
      group.addArg(option(parameter, order++));
    }
    return spec.addArgGroup(group.build());
  }

  private static OptionSpec option(Parameter parameter, int order) {
    OptionSpec.Builder option =
        OptionSpec.builder("--" + parameter.name())
            .type(String.class)
            .paramLabel(label(parameter))
            .order(order)
            .description(description(parameter));
    return parameter.choices().isEmpty()
        ? option.build()
        : option.completionCandidates(parameter.choices()).build();
  }

  /// What the user gave for the operation's parameters.
  private Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    for (Parameter parameter : operation.parameters()) {
      @Nullable String value = spec.findOption("--" + parameter.name()).getValue();
      if (value != null) {
        requireOnce(parameter.name());
        values.put(parameter.name(), value);
      }
    }
    return values;
  }

  /// picocli would let the last one win in a group of options.
  private void requireOnce(String name) {
    int times =
        spec.commandLine()
            .getParseResult()
            .matchedOption("--" + name)
            .originalStringValues()
            .size();
    InvalidInputException.require(
        times <= 1, "--" + name, "must be given once", times + " times", "leave the others out");
  }

  /// The completion script knows candidates by their option's label, so no two may share one.
  private static String label(Parameter parameter) {
    String name = parameter.name();
    return switch (parameter.kind()) {
      case NUMBER -> "X";
      case WHOLE_NUMBER -> "N";
      case NUMBER_PER_AXIS -> "X[,X...]";
      case WHOLE_NUMBER_PER_AXIS -> "N[,N...]";
      case NAME -> name.substring(name.lastIndexOf('-') + 1).toUpperCase(Locale.ROOT);
    };
  }

  private static String description(Parameter parameter) {
    String other =
        parameter.takesLengths()
            ? ", or in millimetres as 2mm"
            : parameter.takesShares() ? ", or as 150/255 for the level 150 of 8 bits" : "";
    String unit = parameter.unit().isEmpty() ? "" : " In " + parameter.unit() + other + ".";
    String range = "";
    if (parameter.kind() == Parameter.Kind.NAME) {
      range = " One of " + parameter.range() + ".";
    } else if (!parameter.range().equals("any")) {
      range = " At " + parameter.range().substring("at ".length()) + ".";
    }
    String text = parameter.help() + unit + range + " Default: " + parameter.standard();
    return text.replace("%", "%%");
  }

  @Override
  public Integer call() throws Exception {
    return files.run(new OperationChain(List.of(new OperationCall(operation, values()))), spec);
  }
}
