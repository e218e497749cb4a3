package penumbra.dicom;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// An error in a DICOM object, without the name of its file. Readers of files convert it to a
/// [penumbra.io.format.UnreadableFileException], which names the file.
///
/// ```
/// throw new DicomException("must have Rows", "has none", "ask its maker for a whole image");
/// ```
public final class DicomException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String rule;
  private final String found;
  private final String remedy;

  /// An error about an object, which `rule` ("must ..."), but `found` ("has ..."); `remedy` says
  /// what to do. Control characters in `found` become `?`, and it is shortened if it is too long.
  public DicomException(String rule, String found, String remedy) {
    super(rule + ", but " + Notes.clean(found) + "; " + remedy);
    this.rule = rule;
    this.found = Notes.clean(found);
    this.remedy = remedy;
  }

  /// The same with its cause.
  public DicomException(String rule, String found, String remedy, @Nullable Throwable cause) {
    this(rule, found, remedy);
    if (cause != null) {
      initCause(cause);
    }
  }

  /// What the object must be or have.
  public String rule() {
    return rule;
  }

  /// What it is or has.
  public String found() {
    return found;
  }

  /// What to do about it.
  public String remedy() {
    return remedy;
  }
}
