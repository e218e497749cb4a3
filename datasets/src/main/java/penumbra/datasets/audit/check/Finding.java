package penumbra.datasets.audit.check;

import java.util.List;
import java.util.Optional;
import penumbra.core.Failure;
import penumbra.datasets.audit.measure.AuditedImage;

/// Something that a check found.
///
/// @param severity how certain the problem is
/// @param text what it is, in a sentence
/// @param files the files concerned, by their paths below the set's folder, with `/`
/// @param value how far it goes, in the unit that `unit` says; the larger, the earlier it is shown
/// @param unit what `value` is; empty where there is none
/// @param failure what went wrong, where a file could not be read
public record Finding(
    Severity severity,
    String text,
    List<String> files,
    double value,
    String unit,
    Optional<Failure> failure) {
  public Finding {
    files = List.copyOf(files);
  }

  /// A finding about what was found in sound files.
  Finding(Severity severity, String text, List<String> files, double value, String unit) {
    this(severity, text, files, value, unit, Optional.empty());
  }

  /// How sure it is that something is wrong.
  public enum Severity {
    /// Wrong for any use of the set.
    DEFECT,
    /// Probably wrong; a person has to look.
    SUSPICION,
    /// Worth knowing.
    NOTE
  }

  /// A finding without a measure.
  static Finding of(Severity severity, String text, List<String> files) {
    return new Finding(severity, text, files, 0, "");
  }

  /// A finding about one image.
  static Finding of(Severity severity, String text, AuditedImage image, double value, String unit) {
    return new Finding(severity, text, List.of(image.name()), value, unit);
  }
}
