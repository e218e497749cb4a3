package penumbra.cli.operation;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import penumbra.catalogue.Catalogue;
import penumbra.catalogue.Operation;
import penumbra.catalogue.Parameter;
import penumbra.cli.console.Console;
import penumbra.cli.console.ExitCodes;
import penumbra.imaging.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `penumbra operations [NAME]`: the catalogue.
@Command(
    name = "operations",
    description = "List the operations, or show one with all its parameters.")
public final class OperationsCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      completionCandidates = Names.class,
      description = "The operation to show. Without it, all are listed.")
  private @Nullable String name;

  @Option(names = "--json", description = "Print JSON with all parameters, for programs.")
  private boolean json;

  public OperationsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    PrintWriter out = console.out();
    if (json) {
      List<Operation> asked =
          name == null ? Catalogue.operations() : List.of(Catalogue.operation(name));
      out.print(Json.write(asked.stream().map(Operation::toJson).toList()));
    } else if (name != null) {
      show(Catalogue.operation(name));
    } else {
      list();
    }
    return ExitCodes.DONE;
  }

  private void list() {
    int width = Catalogue.names().stream().mapToInt(String::length).max().orElse(0) + 2;
    for (Operation operation : Catalogue.operations()) {
      console.out().println(pad(operation.name(), width) + operation.summary());
    }
  }

  private void show(Operation operation) {
    PrintWriter out = console.out();
    out.println(operation.name());
    out.println("  " + operation.summary());
    for (Parameter parameter : operation.parameters()) {
      out.println();
      out.println("  --" + parameter.name());
      out.println("      " + parameter.help());
      line("type", parameter.kind().label());
      if (!parameter.unit().isEmpty()) {
        line("unit", parameter.unit() + (parameter.takesLengths() ? ", or mm (2mm)" : ""));
      }
      line(parameter.choices().isEmpty() ? "range" : "one of", parameter.range());
      line("default", parameter.standard());
    }
    out.println();
    out.println("  Example: " + operation.example());
    operation.reference().ifPresent(source -> out.println("  Source:  " + source));
  }

  private void line(String label, String text) {
    console.out().println("      " + pad(label, 9) + text);
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(width - text.length());
  }

  /// The operations' names, for the shell to complete.
  static final class Names implements Iterable<String> {
    @Override
    public java.util.Iterator<String> iterator() {
      return Catalogue.names().iterator();
    }
  }
}
