package penumbra.fuzz;

import org.jspecify.annotations.Nullable;

/// The entry point for Jazzer, which calls these methods by name: first with the parser's label,
/// then with each input.
public final class Target {
  private static @Nullable Parser parser;

  private Target() {}

  /// Takes the label of a parser.
  public static void fuzzerInitialize(String... arguments) {
    parser = Parser.labelled(arguments[0]);
  }

  /// Reads one input; every exception is a finding.
  public static void fuzzerTestOneInput(byte[] input) {
    if (parser == null) {
      throw new IllegalStateException("name a parser with --target_args");
    }
    parser.readAll(input);
  }
}
