package penumbra.dicom;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// What is wrong with a DICOM object, before it is known which file it came from. Readers of files
/// turn it into a [penumbra.io.format.UnreadableFileException], which names the file.
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
  /// what to do. Control characters in `found` become `?`, and it is cut where it is too long.
  public DicomException(String rule, String found, String remedy) {
    super(rule + ", but " + Notes.clean(found) + "; " + remedy);
    this.rule = rule;
    this.found = Notes.clean(found);
    this.remedy = remedy;
  }

  /// The same with the error that led to it.
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
