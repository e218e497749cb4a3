package penumbra.fuzz;

import org.jspecify.annotations.Nullable;

/// What Jazzer calls, by the names of these methods: first with the parser's label, then with each
/// input.
public final class Target {
  private static @Nullable Parser parser;

  private Target() {}

  /// Takes the label of a parser.
  public static void fuzzerInitialize(String... arguments) {
    parser = Parser.labelled(arguments[0]);
  }

  /// Reads one input; what is thrown is a finding.
  public static void fuzzerTestOneInput(byte[] input) {
    if (parser == null) {
      throw new IllegalStateException("name a parser with --target_args");
    }
    parser.readAll(input);
  }
}
