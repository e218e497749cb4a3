package penumbra.cli.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import penumbra.catalogue.Numbers;
import penumbra.cli.console.Console;
import penumbra.cli.console.Progress;
import penumbra.cli.failure.Failures;
import penumbra.datasets.deidentify.Deidentification;
import penumbra.datasets.deidentify.DeidentificationReport;
import penumbra.datasets.deidentify.DicomFiles;
import penumbra.dicom.deidentify.Dates;
import penumbra.dicom.deidentify.Deidentifier;
import penumbra.dicom.deidentify.Retention;
import penumbra.imaging.PenumbraVersion;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `penumbra deidentify IN... -o OUT`: de-identified DICOM images.
@Command(
    name = "deidentify",
    description = "Remove from DICOM images what identifies the patient.",
    sortOptions = false,
    footer = {
      "",
      "Follows the basic profile of DICOM PS3.15, annex E. Results are named by their new UIDs,",
      "OUT/SERIES/IMAGE.dcm, since file names may contain names of people. Text burnt into the",
      "pixels is not detected: look at the pictures before you pass them on.",
      "",
      "Example:",
      "  penumbra deidentify study -o clean --keep-device --report report.txt"
    })
public final class DeidentifyCommand implements Callable<Integer> {
  private static final int KEY_BYTES = 32;

  private final Console console;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "IN", arity = "1..*", description = "DICOM files, or folders of them.")
  private List<Path> inputs = List.of();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      required = true,
      description = "A folder, created if it is missing. For one input also a file, *.dcm.")
  private Path output = Path.of("");

  @ArgGroup private DateOptions dates = new DateOptions();

  @Option(
      names = "--keep-device",
      description = "Keep the device's identity: serial numbers, station names.")
  private boolean keepDevice;

  @Option(names = "--keep-institution", description = "Keep the institution's identity.")
  private boolean keepInstitution;

  @Option(names = "--keep-patient", description = "Keep the patient's sex, age, size and weight.")
  private boolean keepPatient;

  @Option(names = "--keep-uids", description = "Keep unique identifiers.")
  private boolean keepUids;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description =
          "A file of at least 16 secret bytes: the same key gives the same new"
              + " identifiers and pseudonyms in every run. Default: a random key for this run,"
              + " which is not stored.")
  private @Nullable Path key;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description =
          "Write a report of what was done to each file, as JSON if the name ends in"
              + " .json. It links old file names to new ones: keep it with the old files.")
  private @Nullable Path report;

  public DeidentifyCommand(Console console) {
    this.console = console;
  }

  /// The treatment of dates.
  private static final class DateOptions {
    @Option(names = "--keep-dates", required = true, description = "Keep dates and times.")
    private boolean keep;

    @Option(
        names = "--shift-dates",
        paramLabel = "DAYS",
        required = true,
        description = "Shift all dates by this many days, back if it is negative. Times are kept.")
    private @Nullable Integer shift;

    Dates dates() {
      if (keep) {
        return new Dates.Kept();
      }
      return shift == null ? new Dates.Removed() : new Dates.Shifted(shift);
    }
  }

  @Override
  public Integer call() throws IOException {
    var retention =
        new Retention(dates.dates(), keepDevice, keepInstitution, keepPatient, keepUids);
    var deidentifier = new Deidentifier(retention, keyBytes(), PenumbraVersion.current());
    DicomFiles files = DicomFiles.of(inputs);
    var run = new Deidentification(deidentifier, files.files(), output);
    var failures = new Failures(console, spec);
    for (Path path : files.unreadable()) {
      failures.report(path, new java.nio.file.AccessDeniedException(path.toString()));
    }
    var told = new DeidentificationReport();
    var done = new int[1];
    try (Progress progress = console.progress("De-identifying", files.files().size())) {
      run.run(outcome -> {
        told.add(outcome);
        switch (outcome) {
          case Deidentification.Outcome.Done image -> {
            done[0]++;
            image
                .warnings()
                .forEach(line -> console.note("penumbra: " + image.source() + ": " + line));
          }
          case Deidentification.Outcome.Failed failed ->
              failures.report(failed.source(), failed.error());
        }
        progress.step();
      });
    }
    if (report != null) {
      told.write(report);
    }
    if (files.others() > 0) {
      console.note(
          "penumbra: "
              + Numbers.count(files.others())
              + " files are not DICOM files and were left out");
    }
    console
        .out()
        .println(
            Numbers.count(done[0])
                + (done[0] == 1 ? " image" : " images")
                + " de-identified; text burnt into pixels is not detected: look at them");
    return failures.exitCode();
  }

  private byte[] keyBytes() throws IOException {
    if (key != null) {
      return Files.readAllBytes(key);
    }
    byte[] bytes = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }
}
