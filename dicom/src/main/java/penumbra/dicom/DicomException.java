package penumbra.dicom;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import penumbra.core.Failure;

/// An error in a DICOM object, without the name of its file. Readers of files convert it to a
/// [penumbra.io.format.UnreadableFileException], which names the file.
///
/// ```
/// throw new DicomException("must have Rows", "has none", "ask its maker for a whole image");
/// ```
public final class DicomException extends IOException implements Failure.Carrier {
  private static final long serialVersionUID = 1L;

  private final Failure failure;

  /// An error about an object, which `rule` ("must ..."), but `found` ("has ..."); `remedy` says
  /// what to do. Control characters in `found` become `?`, and it is shortened if it is too long.
  public DicomException(String rule, String found, String remedy) {
    this(Failure.Kind.UNREADABLE, rule, found, remedy);
  }

  /// The same of another kind than [Failure.Kind#UNREADABLE].
  public DicomException(Failure.Kind kind, String rule, String found, String remedy) {
    this(kind, rule, found, remedy, Failure.NO_OFFSET);
  }

  /// The same at the byte `offset` of the file.
  public DicomException(Failure.Kind kind, String rule, String found, String remedy, long offset) {
    this(new Failure(kind, "", rule, Notes.clean(found), remedy, offset));
  }

  /// The same with its cause.
  public DicomException(String rule, String found, String remedy, @Nullable Throwable cause) {
    this(rule, found, remedy);
    if (cause != null) {
      initCause(cause);
    }
  }

  private DicomException(Failure failure) {
    super(failure.line());
    this.failure = failure;
  }

  /// The failure, whose subject, the file, is not known yet.
  @Override
  public Failure failure() {
    return failure;
  }

  /// What the object must be or have.
  public String rule() {
    return failure.rule();
  }

  /// What it is or has.
  public String found() {
    return failure.found();
  }

  /// What to do about it.
  public String remedy() {
    return failure.remedy();
  }
}
