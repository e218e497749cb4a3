package penumbra.core;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What went wrong, as a value: the exceptions of this library carry one, so that programs need not
/// take their texts apart.
///
/// ```
/// try {
///   Gaussian.of(-1);
/// } catch (InvalidInputException error) {
///   error.failure().subject(); // sigma
///   error.failure().rule();    // must be a finite number of at least 0
///   error.failure().found();   // is -1.0
/// }
/// ```
///
/// @param kind what sort of failure it is; programs choose by it
/// @param subject what it is about: a parameter, an array, a file; empty where that is not known
///   yet
/// @param rule what the subject must be or have, "must be ..."; empty where no rule is known
/// @param found what it is or has instead, "is ..." or "has ..."
/// @param remedy what to do; empty where there is nothing to advise
/// @param offset the byte of the file where it was found, -1 where none is known
public record Failure(
    Kind kind, String subject, String rule, String found, String remedy, long offset)
    implements Serializable {
  /// Stands for an offset that is not known.
  public static final long NO_OFFSET = -1;

  /// What sort of failure it is.
  public enum Kind {
    /// A parameter, an array or a request breaks a rule.
    INVALID,
    /// A file cannot be read as what it should be.
    UNREADABLE,
    /// A file is damaged or cut short, and can be read leniently for what is left.
    DAMAGED,
    /// A file cannot be written where or as it was asked for.
    UNWRITABLE,
    /// A file holds several pictures where one is wanted.
    SEVERAL_FRAMES,
    /// A file does not have the frame that was asked for.
    NO_SUCH_FRAME,
    /// The file's own numbers give no modality values; its stored values can be read.
    NO_MODALITY_VALUES,
    /// The slices of a series are missing, doubled or uneven; they can be read leniently.
    UNEVEN_SERIES,
    /// What was named or asked for is no volume.
    NO_VOLUME,
    /// A folder holds several series where one is wanted.
    SEVERAL_SERIES,
    /// The catalogue has no operation of that name.
    UNKNOWN_OPERATION,
    /// There is no recipe where one was named.
    NO_RECIPE,
    /// A recipe has mistakes.
    UNSOUND_RECIPE,
    /// A file or folder is not the record of a run.
    NO_RUN,
    /// There is too little memory.
    OUT_OF_MEMORY,
    /// The system refuses to read or write.
    SYSTEM,
    /// An error in Penumbra itself.
    INTERNAL,
    /// What is told in words only, as in the records of older versions.
    OTHER;

    /// The name in files and JSON: `several-frames`.
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The kind of that label; empty where none has it, as in files of newer versions.
    public static Optional<Kind> labelled(String label) {
      for (Kind kind : values()) {
        if (kind.label().equals(label)) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }
  }

  /// What carries a failure: the exceptions of this library do.
  public interface Carrier {
    /// The failure.
    Failure failure();
  }

  /// A failure at no known byte.
  public Failure(Kind kind, String subject, String rule, String found, String remedy) {
    this(kind, subject, rule, found, remedy, NO_OFFSET);
  }

  /// The failure that an error carries, if it does.
  public static Optional<Failure> of(Throwable error) {
    return error instanceof Carrier carrier ? Optional.of(carrier.failure()) : Optional.empty();
  }

  /// The line for people: subject, rule, what was found, what to do.
  ///
  /// ```
  /// sigma must be at least 0, but is -1.0; give 0 to leave an axis unsmoothed
  /// scan.png cannot be read: Input/output error
  /// ```
  public String line() {
    StringBuilder line = new StringBuilder(subject);
    if (!rule.isEmpty()) {
      line.append(line.isEmpty() ? "" : " ").append(rule);
    }
    if (!found.isEmpty()) {
      boolean both = !rule.isEmpty() && !remedy.isEmpty();
      line.append(line.isEmpty() ? "" : both ? ", but " : ": ").append(found);
    }
    return remedy.isEmpty() ? line.toString() : line.append("; ").append(remedy).toString();
  }

  /// The same failure about that subject.
  public Failure about(String newSubject) {
    return new Failure(kind, newSubject, rule, found, remedy, offset);
  }

  /// The same failure, met in `place`, a file for instance, which is named before the subject.
  public Failure in(String place) {
    return about(subject.isEmpty() ? place : place + ": " + subject);
  }

  /// The same failure of another kind.
  public Failure as(Kind newKind) {
    return new Failure(newKind, subject, rule, found, remedy, offset);
  }

  /// The same failure with that rule and remedy, in the words of a program for instance.
  public Failure inWords(String newRule, String newRemedy) {
    return new Failure(kind, subject, newRule, found, newRemedy, offset);
  }

  /// The same failure at that byte.
  public Failure at(long newOffset) {
    return new Failure(kind, subject, rule, found, remedy, newOffset);
  }

  /// The fields for JSON, in their order; `offset` is left out where none is known.
  public Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("kind", kind.label());
    fields.put("subject", subject);
    fields.put("rule", rule);
    fields.put("found", found);
    fields.put("remedy", remedy);
    if (offset >= 0) {
      fields.put("offset", offset);
    }
    return fields;
  }
}
