package penumbra.imaging.job;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import penumbra.core.Radiograph;
import penumbra.imaging.FileFormat;
import penumbra.imaging.Folders;
import penumbra.imaging.RenderedPicture;
import penumbra.io.ImageFiles;
import penumbra.io.format.Derivation;
import penumbra.io.format.Origin;
import penumbra.io.format.WriteOptions;

/// A result of a job, ready to be written.
///
/// @param job what made it
/// @param output which of the job's results it is
/// @param source the image that it was made of
/// @param made what the steps made of it
/// @param shown what a file of the format holds: the values, or a picture of them
/// @param remarks what there is to say about the values
public record JobResult(
    ImageJob job,
    JobOutput output,
    Radiograph source,
    ImageSteps.Made made,
    RenderedPicture shown,
    List<ValueRemark> remarks) {
  public JobResult {
    remarks = List.copyOf(remarks);
  }

  /// The format in which it is written.
  public FileFormat format() {
    return output.form().format();
  }

  /// Writes it completely or not at all; missing folders are created.
  ///
  /// @param input the source's file
  /// @return what was lost, in a sentence, if anything
  public Optional<String> write(ImageInput input, Path target) throws IOException {
    Path folder = target.getParent();
    if (folder != null) {
      Folders.make(folder);
    }
    return ImageFiles.write(written(), target, options(input));
  }

  /// Writes it to a stream, which stays open, with the same bytes as a file.
  ///
  /// @param input the source's file
  /// @return what was lost, in a sentence, if anything
  public Optional<String> write(ImageInput input, OutputStream out) throws IOException {
    return ImageFiles.write(written(), out, format().extension(), options(input));
  }

  private Radiograph written() {
    return source.withResult(shown.picture());
  }

  private WriteOptions options(ImageInput input) throws IOException {
    WriteOptions options = WriteOptions.standard().withCompression(output.compression());
    return format().needsOrigin()
        ? options.withOrigin(new Origin(input.source(), source, derivation()))
        : options;
  }

  private Derivation derivation() {
    Derivation derivation = output.form().derivation(made.filters(), job.options(), source, shown);
    return job.inverts() ? DerivationNotes.inverted(derivation) : derivation;
  }
}
