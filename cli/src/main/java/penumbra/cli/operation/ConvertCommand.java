package penumbra.cli.operation;

import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import penumbra.catalogue.Numbers;
import penumbra.cli.console.Console;
import penumbra.cli.console.Progress;
import penumbra.cli.failure.Failures;
import penumbra.cli.option.ReadingOptions;
import penumbra.cli.option.ResultOptions;
import penumbra.cli.option.VolumeOptions;
import penumbra.datasets.Batch;
import penumbra.datasets.Conversions;
import penumbra.datasets.Outcome;
import penumbra.datasets.Sources;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `penumbra convert IN... -o OUT`: files in other formats.
@Command(
    name = "convert",
    description = "Convert images, volumes and arrays to another format.",
    sortOptions = false,
    footer = {
      "",
      ".npy, .tif, .nii and .nii.gz keep all values. .dcm keeps whole numbers that"
          + " span 65535, and other values within 1/131070 of their range. .png and .pgm"
          + " show 8 or 16 bits, .jpg 8. If values are scaled or shown through a window, a"
          + " line says so. Colour becomes grey. Existing outputs are replaced, inputs"
          + " never."
    })
public final class ConvertCommand implements Callable<Integer> {
  private final Console console;
  private int shown;
  @Spec private CommandSpec spec;
  @Mixin private ReadingOptions reading;
  @Mixin private VolumeOptions volumes;

  @Mixin private ResultOptions files;

  @Option(
      names = "--depth",
      paramLabel = "BITS",
      description =
          "Bits per pixel of a picture, 8 or 16. Without --window, values with more bits"
              + " are scaled from their range. Default: those of the values, as far as the"
              + " format allows.")
  private @Nullable Integer depth;

  public ConvertCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    var results = new ResultTargets(console, files.output(), files.format());
    Sources sources = volumes.sources(console.pipes().inputs(files.inputs()), reading.options());
    List<Batch.Item> items = results.items(sources);
    OptionalInt bits = depth == null ? OptionalInt.empty() : OptionalInt.of(depth);
    var conversions = new Conversions(items, reading.options(), reading.values(), bits);
    var failures = new Failures(console, spec);
    failures.report(sources);
    var roundings = new Roundings(console, items.size());
    var remarks = new PolarityRemarks(console, items.size());
    var values = new ValueRemarkLines(console, items.size());
    var notes = new FileNotes(console);
    try (Progress progress = console.progress("Converting", items.size())) {
      conversions.run(
          reading.execution(),
          outcome -> {
            switch (outcome) {
              case Outcome.Done done -> {
                tell(done, items.size());
                roundings.tell(done);
                values.tell(done);
                remarks.tell(done);
                notes.add(done.item().source(), done.notes());
              }
              case Outcome.Failed failed -> failures.report(failed.item().source(), failed.error());
            }
            progress.step();
          });
    }
    roundings.sum();
    remarks.sum();
    values.sum();
    notes.tell();
    if (shown > 0 && items.size() > 1) {
      console.note(
          "penumbra: "
              + Numbers.count(shown)
              + " pictures do not hold the values themselves, but show them through a window or"
              + " from their range; --format tif, nii or npy keeps the values");
    }
    results.send(items, failures);
    return failures.exitCode();
  }

  private void tell(Outcome.Done done, int items) {
    done.through()
        .ifPresent(sentence -> {
          shown++;
          if (items == 1) {
            console.note(
                "penumbra: %s: %s Write .tif, .nii or .npy for the values"
                    .formatted(done.item().target(), sentence));
          }
        });
  }
}
