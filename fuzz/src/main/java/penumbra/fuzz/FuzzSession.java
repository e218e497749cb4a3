package penumbra.fuzz;

import java.util.List;

/// The options of a run: when it ends, and whether it continues after a finding.
///
/// @param java options of the virtual machine
/// @param jazzer options of Jazzer and of libFuzzer, on which it stands
record FuzzSession(List<String> java, List<String> jazzer) {
  private static final int BRIEF_RUNS = 300;

  FuzzSession {
    java = List.copyOf(java);
    jazzer = List.copyOf(jazzer);
  }

  /// The seeds and some more inputs, always the same, up to the first finding. The limit is a
  /// number of inputs, not a time, so that a busy machine finds the same.
  static FuzzSession brief() {
    return new FuzzSession(
        // The better compiler would not be ready before the end.
        List.of("-XX:TieredStopAtLevel=1"),
        List.of("-seed=1", "-timeout=120", "-report_slow_units=120", "-runs=" + BRIEF_RUNS));
  }

  /// As many inputs as that time allows, regardless of findings.
  static FuzzSession ofSeconds(int seconds) {
    return new FuzzSession(
        List.of(), List.of("--keep_going=50", "-timeout=10", "-max_total_time=" + seconds));
  }
}
