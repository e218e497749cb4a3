package penumbra.cli.operation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import penumbra.catalogue.Operation;
import penumbra.catalogue.OperationCall;
import penumbra.catalogue.OperationChain;
import penumbra.catalogue.Parameter;
import penumbra.cli.console.Console;
import penumbra.cli.failure.ParameterOptions;
import penumbra.core.InvalidInputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Several operations of `penumbra filter`, one after the other, each with its own options, which
/// [ChainLine] has sorted from those that picocli reads.
@Command(
    optionListHeading = "%nFiles, pictures and speed:%n",
    sortOptions = false,
    footer = {
      "",
      FilterFiles.FOOTER,
      "",
      "A recipe with these steps gives the same result, bit for bit."
    })
final class ChainCommand implements ParameterOptions, Callable<Integer> {
  private final List<ChainLine.Part> parts;
  @Spec private CommandSpec spec;
  @Mixin private final FilterFiles files;

  private ChainCommand(List<ChainLine.Part> parts, Console console) {
    this.parts = parts;
    this.files = new FilterFiles(console);
  }

  /// The command, named after its operations.
  static CommandSpec spec(List<ChainLine.Part> parts, Console console) {
    List<String> lines = new ArrayList<>();
    for (ChainLine.Part part : parts) {
      Operation operation = part.operation();
      lines.add(operation.name() + ": " + operation.summary());
      lines.add("    options: 'penumbra filter " + operation.name() + " --help'");
    }
    lines.add("");
    CommandSpec spec =
        CommandSpec.forAnnotatedObject(new ChainCommand(parts, console)).name(name(parts));
    spec.usageMessage()
        .description(lines.toArray(String[]::new))
        .customSynopsis(
            "Usage: penumbra filter OPERATION [PARAMETERS] + OPERATION [PARAMETERS] ... IN... -o OUT"
                + " [OPTIONS]")
        .synopsisHeading("");
    return spec;
  }

  /// `gaussian + sobel-magnitude`.
  static String name(List<ChainLine.Part> parts) {
    return String.join(
        " " + ChainLine.AND_THEN + " ",
        parts.stream().map(part -> part.operation().name()).toList());
  }

  /// The names of all parameters of the operations.
  @Override
  public Set<String> parameters() {
    Set<String> names = new LinkedHashSet<>();
    for (ChainLine.Part part : parts) {
      part.operation().parameters().stream().map(Parameter::name).forEach(names::add);
    }
    return names;
  }

  @Override
  public Integer call() throws Exception {
    List<OperationCall> calls = new ArrayList<>();
    for (ChainLine.Part part : parts) {
      try {
        calls.add(new OperationCall(part.operation(), part.values()));
      } catch (InvalidInputException rule) {
        throw rule.in(part.operation().name());
      }
    }
    return files.run(new OperationChain(calls), spec);
  }
}
