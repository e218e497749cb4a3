package penumbra.datasets.audit.check;

import java.util.List;
import java.util.Optional;
import penumbra.core.Failure;
import penumbra.datasets.audit.measure.AuditedImage;

/// Something that a check found.
///
/// @param severity how certain the problem is
/// @param text a sentence that describes it
/// @param files the files concerned, by their paths below the set's folder, with `/`
/// @param value its extent, in the unit that `unit` names; larger values are shown first
/// @param unit the unit of `value`; empty if there is none
/// @param failure the error, if a file could not be read
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

  /// A finding about readable files.
  Finding(Severity severity, String text, List<String> files, double value, String unit) {
    this(severity, text, files, value, unit, Optional.empty());
  }

  /// How certain the problem is.
  public enum Severity {
    /// Wrong for any use of the set.
    DEFECT,
    /// Probably wrong; a person has to check.
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
