package penumbra.datasets.run.output;

import java.io.IOException;

/// Results cannot be written, so a run has to stop: the disk is full, or the folder is not
/// writable. Finished results are kept, and the same command resumes from there.
public final class OutputException extends IOException {
  private static final long serialVersionUID = 1L;

  /// An error about `what`, such as a file, with the error of the system behind it.
  public OutputException(String what, IOException cause) {
    super(
        what.replaceAll("\\p{Cntrl}", "?")
            + "; what is done stays done: mend that and run the same again to go on",
        cause);
  }
}
