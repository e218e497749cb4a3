package penumbra.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import penumbra.core.InvalidInputException;
import penumbra.figure.ValueRange;
import penumbra.pipeline.Batch;
import penumbra.pipeline.FileFormat;
import penumbra.pipeline.Numbers;
import penumbra.pipeline.Operation;
import penumbra.pipeline.OperationCall;
import penumbra.pipeline.Outcome;
import penumbra.pipeline.Parameter;
import penumbra.pipeline.PolarityRemark;
import penumbra.pipeline.Sources;
import penumbra.pipeline.Targets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// One operation of `penumbra filter`, with the options that the catalogue tells of.
@Command(
    optionListHeading = "%nFiles, pictures and speed:%n",
    sortOptions = false,
    footer = {
      "",
      ".npy, .tif and .nii keep all values, .png and .pgm 8- and 16-bit ones, .jpg about the 8-bit"
          + " ones, .dcm all within 1/131070 of their range, or half a grey level where its kind"
          + " holds no fractions: a new image of its source's patient and study, or, where the"
          + " source is no DICOM, a secondary capture. In pictures smoothing is rounded to the"
          + " picture's own grey levels; all others are scaled from their range to 0..255 for a"
          + " picture, and a line says so. Existing outputs are replaced, inputs never."
    })
final class OperationCommand implements Callable<Integer> {
  private final Operation operation;
  private final Console console;
  private int scaled;
  private int throughWindow;
  @Spec private CommandSpec spec;
  @Mixin private DisplayOptions display;
  @Mixin private ExecutionOptions execution;
  @Mixin private ReadingOptions reading;
  @Mixin private VolumeOptions volumes;

  @Parameters(paramLabel = "IN", arity = "1..*", description = Inputs.DESCRIPTION)
  private List<Path> inputs = List.of();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      required = true,
      description =
          "For one input, a file: *.png, *.jpg, *.npy, *.tif, *.nii, *.nii.gz, *.pgm or *.dcm. Else"
              + " a folder, made if it is missing, in which results have their inputs' names.")
  private Path output = Path.of("");

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "The form of results in a folder: ${COMPLETION-CANDIDATES}. Default: the"
              + " input's if it is one of npy, tif, nii and nii.gz, else png.")
  private @Nullable FileFormat format;

  private OperationCommand(Operation operation, Console console) {
    this.operation = operation;
    this.console = console;
  }

  /// The command with its options.
  static CommandSpec spec(Operation operation, Console console) {
    var command = new OperationCommand(operation, console);
    CommandSpec spec = CommandSpec.forAnnotatedObject(command).name(operation.name());
    spec.usageMessage()
        .description(operation.summary(), "")
        .customSynopsis(
            "Usage: penumbra filter " + operation.name() + " [PARAMETERS] IN... -o OUT [OPTIONS]")
        .synopsisHeading("");
    ArgGroupSpec.Builder group =
        ArgGroupSpec.builder()
            .heading("%nParameters:%n")
            .validate(false)
            .exclusive(false)
            .multiplicity("0..1");
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
    String other = parameter.takesLengths() ? ", or in millimetres as 2mm" : "";
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
    var call = new OperationCall(operation, values());
    Sources sources = volumes.sources(inputs, reading.options());
    List<Batch.Item> items = Targets.of(sources.files(), output, Optional.ofNullable(format));
    var batch = new Batch(call, items, display.display(), execution.execution(), reading.options());
    var failures = new Failures(console, spec);
    failures.report(sources);
    var roundings = new Roundings(console, items.size());
    var remarks = new PolarityRemarks(console, items.size());
    try (Progress progress = console.progress("Filtering", items.size())) {
      batch.run(outcome -> {
        switch (outcome) {
          case Outcome.Done done -> {
            tell(done, items.size());
            roundings.tell(done);
            if (items.size() > 1 || done.scaled().isEmpty() || !isTurned(done)) {
              remarks.tell(done);
            }
          }
          case Outcome.Failed failed -> failures.report(failed.item().source(), failed.error());
        }
        progress.step();
      });
    }
    roundings.sum();
    remarks.sum();
    if (scaled > 0 && items.size() > 1) {
      console.note(
          "penumbra: "
              + Numbers.count(scaled)
              + " pictures show their values scaled to 0..255, each from its own range; --vmin and"
              + " --vmax give one range for all, --format npy keeps the values");
    }
    if (throughWindow > 0 && items.size() > 1) {
      console.note(
          "penumbra: "
              + Numbers.count(throughWindow)
              + " pictures show their values through their files' windows; --window gives another,"
              + " --format npy keeps the values");
    }
    return failures.exitCode();
  }

  private void tell(Outcome.Done done, int items) {
    done.scaled().ifPresent(range -> tell(done, range, items));
    done.through()
        .ifPresent(sentence -> {
          throughWindow++;
          if (items == 1) {
            console.note(
                "penumbra: %s: %s Write .npy for the values"
                    .formatted(done.item().target(), sentence));
          }
        });
  }

  private void tell(Outcome.Done done, ValueRange range, int items) {
    scaled++;
    if (items == 1) {
      boolean turned = isTurned(done);
      console.note(
          "penumbra: %s shows %s..%s as 0..255%s; write .npy for the values"
              .formatted(
                  done.item().target(),
                  Numbers.rounded(turned ? range.max() : range.min()),
                  Numbers.rounded(turned ? range.min() : range.max()),
                  turned ? ", since low values are light in " + done.item().source() : ""));
    }
  }

  private static boolean isTurned(Outcome.Done done) {
    return done.remark().equals(Optional.of(PolarityRemark.TURNED));
  }
}
