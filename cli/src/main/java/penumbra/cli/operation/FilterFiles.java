package penumbra.cli.operation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import penumbra.catalogue.Numbers;
import penumbra.catalogue.OperationChain;
import penumbra.cli.console.Console;
import penumbra.cli.console.Progress;
import penumbra.cli.failure.FailureWords;
import penumbra.cli.failure.Failures;
import penumbra.cli.option.DisplayOptions;
import penumbra.cli.option.PrecisionOption;
import penumbra.cli.option.ReadingOptions;
import penumbra.cli.option.ResultOptions;
import penumbra.cli.option.VolumeOptions;
import penumbra.datasets.Batch;
import penumbra.datasets.Outcome;
import penumbra.datasets.Sources;
import penumbra.figure.colour.ValueRange;
import penumbra.imaging.Derivations;
import penumbra.imaging.FileFormat;
import penumbra.imaging.PolarityRemark;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;

/// What `penumbra filter` does to which files, and how results are shown: the same for one
/// operation and for several.
final class FilterFiles {
  static final String FOOTER =
      ".npy, .tif and .nii keep all values; .png and .pgm keep 8- and 16-bit values;"
          + " .jpg keeps 8-bit values approximately. .dcm keeps values within 1/131070 of"
          + " their range, or half a grey level if its kind has no fractions; it is a new"
          + " image of its source's patient and study, or a secondary capture if the source"
          + " is not DICOM. For pictures, smoothed values are rounded to the picture's own"
          + " grey levels. All others are scaled from their range to 0..255, and a line"
          + " says so. Existing outputs are replaced, inputs never.";

  private final Console console;
  private int scaled;
  private int throughWindow;

  @Mixin private ResultOptions files;
  @Mixin private DisplayOptions display;
  @Mixin private PrecisionOption precision;
  @Mixin private ReadingOptions reading;
  @Mixin private VolumeOptions volumes;

  FilterFiles(Console console) {
    this.console = console;
  }

  /// Does the operations with the files, and gives the exit code.
  int run(OperationChain chain, CommandSpec spec) throws IOException {
    var results = new ResultTargets(console, files.output(), files.format());
    Sources sources = volumes.sources(console.pipes().inputs(files.inputs()), reading.options());
    List<Batch.Item> items = results.items(sources);
    var batch =
        new Batch(
            chain,
            items,
            display.display(),
            precision.execution(reading.execution()),
            reading.options());
    var failures = new Failures(console, spec);
    failures.report(sources);
    tellUnknown(chain, items);
    var roundings = new Roundings(console, items.size());
    var remarks = new PolarityRemarks(console, items.size());
    var values = new ValueRemarkLines(console, items.size());
    var notes = new FileNotes(console);
    try (Progress progress = console.progress("Filtering", items.size())) {
      batch.run(outcome -> {
        switch (outcome) {
          case Outcome.Done done -> {
            tell(done, items.size());
            roundings.tell(done);
            values.tell(done);
            notes.add(done.item().source(), done.notes());
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
    values.sum();
    notes.tell();
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
    results.send(items, failures);
    return failures.exitCode();
  }

  /// What files that tell of their values cannot tell, before any is written.
  private void tellUnknown(OperationChain chain, List<Batch.Item> items) {
    boolean tells = items.stream().anyMatch(item -> needsOrigin(item.target()));
    if (tells) {
      Derivations.unknown(chain.bare())
          .ifPresent(sentence -> console.note(FailureWords.onUnknown(sentence)));
    }
  }

  private static boolean needsOrigin(Path target) {
    return FileFormat.of(target).map(FileFormat::needsOrigin).orElse(false);
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
