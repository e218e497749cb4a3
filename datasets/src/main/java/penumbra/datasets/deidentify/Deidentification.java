package penumbra.datasets.deidentify;

import static penumbra.core.InvalidInputException.require;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import penumbra.datasets.Attempt;
import penumbra.dicom.DicomException;
import penumbra.dicom.Tags;
import penumbra.dicom.deidentify.Change;
import penumbra.dicom.deidentify.Deidentified;
import penumbra.dicom.deidentify.Deidentifier;
import penumbra.dicom.file.DicomReader;
import penumbra.dicom.file.DicomWriter;
import penumbra.io.format.UnreadableFileException;

/// De-identifies files, one after the other. If one fails, the others are still processed.
///
/// ```
/// new Deidentification(deidentifier, files, Path.of("out")).run(outcome -> tell(outcome));
/// ```
///
/// Names of files and folders may contain names of people, so results have new names: `<new series
/// UID>/<new instance UID>.dcm` below the output folder. The result of a single file may have a
/// given name, `*.dcm`. Existing outputs are replaced, inputs never.
///
/// @param deidentifier processes each file
/// @param files the files
/// @param output a folder, created if it is missing, or for one file a file
public record Deidentification(Deidentifier deidentifier, List<Path> files, Path output) {
  public Deidentification {
    files = List.copyOf(files);
    require(
        Files.isDirectory(output) || isFile(files, output) || !Files.exists(output),
        "the output",
        "must be a folder, or end in .dcm for one input",
        output,
        "name another");
  }

  /// The outcome of one file.
  public sealed interface Outcome {
    /// The file.
    Path source();

    /// The image is written.
    ///
    /// @param target where
    /// @param changes the changes
    /// @param warnings what a person has to check
    record Done(Path source, Path target, List<Change> changes, List<String> warnings)
        implements Outcome {
      public Done {
        changes = List.copyOf(changes);
        warnings = List.copyOf(warnings);
      }
    }

    /// There is no image.
    ///
    /// @param error what went wrong; its message is one line
    record Failed(Path source, Throwable error) implements Outcome {}
  }

  private static boolean isFile(List<Path> files, Path output) {
    String name = output.toString().toLowerCase(Locale.ROOT);
    return files.size() == 1 && name.endsWith(".dcm") && !Files.isDirectory(output);
  }

  /// Processes all files; `report` receives each outcome, in order.
  public void run(Consumer<? super Outcome> report) {
    Set<Path> inputs = new HashSet<>();
    Map<Path, Path> sourceOf = new HashMap<>();
    for (Path file : files) {
      inputs.add(real(file));
    }
    for (Path file : files) {
      report.accept(
          switch (Attempt.of(() -> done(file, inputs, sourceOf))) {
            case Attempt.Done<Outcome>(Outcome done) -> done;
            case Attempt.Failed<Outcome>(Throwable error) -> new Outcome.Failed(file, error);
          });
    }
  }

  private Outcome done(Path file, Set<Path> inputs, Map<Path, Path> sourceOf) throws IOException {
    Deidentified result = deidentify(file);
    Path target = isFile(files, output) ? output : output.resolve(nameOf(file, result));
    if (inputs.contains(real(target))) {
      throw new FileAlreadyExistsException(
          target.toString(), null, "it is an input, which is never replaced; write elsewhere");
    }
    Path other = sourceOf.putIfAbsent(target, file);
    if (other != null) {
      throw UnreadableFileException.of(
          file,
          "must be another image than " + other,
          "has the same SOP Instance UID",
          "leave one of them out");
    }
    Path folder = target.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    DicomWriter.write(result.object(), target);
    return new Outcome.Done(file, target, result.changes(), result.warnings());
  }

  private Deidentified deidentify(Path file) throws IOException {
    try {
      return deidentifier.apply(DicomReader.read(file));
    } catch (DicomException e) {
      throw UnreadableFileException.of(file, e.failure(), e);
    }
  }

  /// Identifiers come from the file; only digits and dots are allowed in names.
  private static Path nameOf(Path file, Deidentified result) throws UnreadableFileException {
    String series = result.object().data().text(Tags.SERIES_INSTANCE_UID).orElse("series");
    String instance = result.object().data().text(Tags.SOP_INSTANCE_UID).orElse("");
    if (!instance.matches("[0-9][0-9.]*") || !series.matches("series|[0-9][0-9.]*")) {
      throw UnreadableFileException.of(
          file,
          "must have unique identifiers of digits and dots",
          "has the SOP Instance UID '" + instance + "'",
          "ask its maker to correct it");
    }
    return Path.of(series, instance + ".dcm");
  }

  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException missing) {
      return file.toAbsolutePath().normalize(); // a file that does not exist yet is not an input
    }
  }
}
