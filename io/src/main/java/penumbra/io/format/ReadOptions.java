package penumbra.io.format;

import java.util.Optional;
import java.util.OptionalInt;
import penumbra.core.Execution;
import penumbra.core.InvalidInputException;

/// What is read of a file, and how far a damaged one is trusted.
///
/// ```
/// ImageFiles.read(file, ReadOptions.standard().withValues(GreyValues.DISPLAY));
/// ```
///
/// @param limits how large a picture may be
/// @param values which grey values
/// @param frame which picture of a file that holds several, from 1; without one it must hold one
/// @param window which of the windows that a file brings, by its number from 1 or its name, or
///   `CENTER/WIDTH` of one's own, or `full` for the range of values; the file's first without one
/// @param lenient whether a truncated file gives what can be had of it
/// @param colours whether a picture in colour stays so, `UINT8` of shape (height, width, 3), for
///   looking at; else it becomes grey. One that is red, green and blue in equal parts is grey
/// @param execution the threads that turn stored values into grey ones
public record ReadOptions(
    Limits limits,
    GreyValues values,
    OptionalInt frame,
    Optional<String> window,
    boolean lenient,
    boolean colours,
    Execution execution) {
  public ReadOptions {
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
    this(limits, values, frame, window, lenient, false, Execution.allCores());
  }

  /// Modality values of the only picture, within [Limits#standard], of whole files alone.
  public static ReadOptions standard() {
    return new ReadOptions(
        Limits.standard(), GreyValues.MODALITY, OptionalInt.empty(), Optional.empty(), false);
  }

  /// The same within other limits.
  public ReadOptions withLimits(Limits other) {
    return new ReadOptions(other, values, frame, window, lenient, colours, execution);
  }

  /// The same with other grey values.
  public ReadOptions withValues(GreyValues other) {
    return new ReadOptions(limits, other, frame, window, lenient, colours, execution);
  }

  /// The same of another picture, from 1.
  public ReadOptions withFrame(int other) {
    return new ReadOptions(
        limits, values, OptionalInt.of(other), window, lenient, colours, execution);
  }

  /// The same with another window: by number from 1, by name, as `CENTER/WIDTH`, or `full`.
  public ReadOptions withWindow(String other) {
    return new ReadOptions(limits, values, frame, Optional.of(other), lenient, colours, execution);
  }

  /// The same for files that may be truncated.
  public ReadOptions leniently() {
    return new ReadOptions(limits, values, frame, window, true, colours, execution);
  }

  /// The same with pictures in colour left in colour, or made grey.
  public ReadOptions withColours(boolean kept) {
    return new ReadOptions(limits, values, frame, window, lenient, kept, execution);
  }

  /// The same on the threads of `other`.
  public ReadOptions withExecution(Execution other) {
    return new ReadOptions(limits, values, frame, window, lenient, colours, other);
  }
}
