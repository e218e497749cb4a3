package penumbra.io.format;

import java.util.Optional;
import java.util.OptionalInt;
import penumbra.core.Execution;
import penumbra.core.InvalidInputException;

/// What is read from a file, and whether damaged files are accepted.
///
/// ```
/// ImageFiles.read(file, ReadOptions.standard().withValues(GreyValues.DISPLAY));
/// ```
///
/// @param limits how large a picture may be
/// @param values which grey values
/// @param frame the frame of a multi-frame file, from 1; without it the file must hold one frame
/// @param window one of the file's windows by its number from 1 or its name, or your own
///   `CENTER/WIDTH`, or `full` for the range of values; default: the file's first
/// @param lenient whether the undamaged part of a truncated file is read
/// @param strict whether a DICOM file about which anything is odd is refused; not together with
///   `lenient`
/// @param colours whether a colour picture keeps its colours, as `UINT8` of shape (height, width,
///   3), for display; else it becomes grey. A picture with R = G = B everywhere is always grey
/// @param execution the threads that convert stored values to grey values
public record ReadOptions(
    Limits limits,
    GreyValues values,
    OptionalInt frame,
    Optional<String> window,
    boolean lenient,
    boolean strict,
    boolean colours,
    Execution execution) {
  public ReadOptions {
    if (lenient && strict) {
      throw InvalidInputException.of(
          "reading", "must be lenient or strict", "is both", "leave one of them out");
    }
    if (frame.orElse(1) < 1) {
      throw InvalidInputException.of(
          "the frame", "must be at least 1", frame.orElse(1), "count from 1");
    }
  }

  /// Grey pictures, on all cores.
  public ReadOptions(
      Limits limits,
      GreyValues values,
      OptionalInt frame,
      Optional<String> window,
      boolean lenient) {
    this(limits, values, frame, window, lenient, false, false, Execution.allCores());
  }

  /// Modality values of the only frame, within [Limits#standard], only from complete files.
  public static ReadOptions standard() {
    return new ReadOptions(
        Limits.standard(), GreyValues.MODALITY, OptionalInt.empty(), Optional.empty(), false);
  }

  /// The same within other limits.
  public ReadOptions withLimits(Limits other) {
    return new ReadOptions(other, values, frame, window, lenient, strict, colours, execution);
  }

  /// The same with other grey values.
  public ReadOptions withValues(GreyValues other) {
    return new ReadOptions(limits, other, frame, window, lenient, strict, colours, execution);
  }

  /// The same for another frame, from 1.
  public ReadOptions withFrame(int other) {
    return new ReadOptions(
        limits, values, OptionalInt.of(other), window, lenient, strict, colours, execution);
  }

  /// The same with another window: by number from 1, by name, as `CENTER/WIDTH`, or `full`.
  public ReadOptions withWindow(String other) {
    return new ReadOptions(
        limits, values, frame, Optional.of(other), lenient, strict, colours, execution);
  }

  /// The same for files that may be truncated.
  public ReadOptions leniently() {
    return new ReadOptions(limits, values, frame, window, true, strict, colours, execution);
  }

  /// The same, but DICOM files about which anything is odd are refused.
  public ReadOptions strictly() {
    return new ReadOptions(limits, values, frame, window, lenient, true, colours, execution);
  }

  /// The same with colour pictures kept in colour, or converted to grey.
  public ReadOptions withColours(boolean kept) {
    return new ReadOptions(limits, values, frame, window, lenient, strict, kept, execution);
  }

  /// The same on the threads of `other`.
  public ReadOptions withExecution(Execution other) {
    return new ReadOptions(limits, values, frame, window, lenient, strict, colours, other);
  }
}
