package penumbra.bench;

import java.util.List;
import penumbra.core.InvalidInputException;

/// How long and how widely to measure.
///
/// @param warmups iterations that do not count
/// @param warmupMillis length of each
/// @param iterations that count
/// @param millis length of each
/// @param threads the numbers of threads
/// @param sides of the pictures for the time per pixel
/// @param secondsPerRow that SciPy gets
record Settings(
    int warmups,
    int warmupMillis,
    int iterations,
    int millis,
    List<Integer> threads,
    List<Integer> sides,
    double secondsPerRow) {
  /// From here on an iteration is a call or two, and one fork of five of them must do.
  private static final int LARGE = 4096;

  Settings {
    threads = List.copyOf(threads);
    sides = List.copyOf(sides);
  }

  /// `full`, the measure of the page, or `quick`, a look within two minutes.
  static Settings of(String mode) {
    return switch (mode) {
      case "full" ->
          new Settings(
              5, 600, 10, 200, List.of(1, 2), List.of(512, Cell.SIDE, 2048, 4096, 10240), 3);
      case "quick" -> new Settings(2, 200, 5, 60, List.of(2), List.of(512, Cell.SIDE), 0.5);
      default ->
          throw InvalidInputException.of(
              "measure.mode", "must be full or quick", "'" + mode + "'", "leave it out for full");
    };
  }

  /// These settings for pictures of that side.
  Settings onSide(int side) {
    return side < LARGE
        ? this
        : new Settings(2, warmupMillis, 5, millis, threads, sides, secondsPerRow);
  }

  int mostThreads() {
    return threads.getLast();
  }
}
