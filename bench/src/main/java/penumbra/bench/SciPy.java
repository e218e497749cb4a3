package penumbra.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// SciPy's times, taken by the Python script beside this module.
///
/// @param timings of the rows that it has
/// @param note the versions, or why there are no times
record SciPy(Map<Row, Timing> timings, String note) {
  /// What the script measures. The Canny is scikit-image's, which always smooths, and is left out
  /// where that is missing.
  static final Set<Row> ROWS = EnumSet.complementOf(EnumSet.of(Row.CANNY_U8));

  private static final String SCRIPT = "bench/scipy_peer.py";

  SciPy {
    timings = Map.copyOf(timings);
  }

  /// Runs the script. Where it cannot run, there are no times and the note says why.
  static SciPy measure(Path root, Path picture, double secondsPerRow, String rows)
      throws IOException, InterruptedException {
    var builder =
        new ProcessBuilder(
            "python3", SCRIPT, picture.toString(), Double.toString(secondsPerRow), rows);
    builder.directory(root.toFile()).redirectErrorStream(true);
    Process process;
    try {
      process = builder.start();
    } catch (IOException _) {
      return new SciPy(Map.of(), "not measured: there is no python3 on the path");
    }
    List<String> lines = new ArrayList<>();
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      reader.lines().forEach(lines::add);
    }
    if (process.waitFor() != 0) {
      String last = lines.isEmpty() ? "it says nothing" : lines.getLast();
      return new SciPy(Map.of(), "not measured: " + last);
    }
    return parse(lines);
  }

  /// Reads what the script prints: the versions, then one line of tab-separated fields for each
  /// row.
  static SciPy parse(List<String> lines) {
    Map<Row, Timing> timings = new EnumMap<>(Row.class);
    for (String line : lines.subList(1, lines.size())) {
      String[] fields = line.split("\t", -1);
      timings.put(
          Row.ofId(fields[0]),
          new Timing(
              Double.parseDouble(fields[1]),
              Double.parseDouble(fields[2]),
              Double.parseDouble(fields[3]),
              Long.parseLong(fields[4])));
    }
    return new SciPy(timings, lines.getFirst());
  }
}
