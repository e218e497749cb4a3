package penumbra.cli.console;

import org.jspecify.annotations.Nullable;

/// Whether the output streams are terminals. Java itself does not know this for standard error, so
/// the launcher passes it in the system properties `penumbra.stdout`, `penumbra.stderr` and
/// `penumbra.columns`.
///
/// @param out whether standard output is a terminal
/// @param err whether standard error is a terminal
/// @param columns the number of characters per line
/// @param colours whether colours may be used on a terminal
public record Terminal(boolean out, boolean err, int columns, boolean colours) {
  private static final int DEFAULT_COLUMNS = 80;

  /// Some terminals call their width 0, for unknown.
  public Terminal {
    columns = columns > 0 ? columns : DEFAULT_COLUMNS;
  }

  /// No terminal anywhere: no colours, no progress bars.
  public static Terminal none() {
    return new Terminal(false, false, DEFAULT_COLUMNS, false);
  }

  /// As the launcher says; [no colours](https://no-color.org) if the variable `NO_COLOR` is set.
  public static Terminal ofLauncher() {
    boolean colours = isEmpty(System.getenv("NO_COLOR")) && !"dumb".equals(System.getenv("TERM"));
    return new Terminal(
        "terminal".equals(System.getProperty("penumbra.stdout")),
        "terminal".equals(System.getProperty("penumbra.stderr")),
        Integer.getInteger("penumbra.columns", DEFAULT_COLUMNS),
        colours);
  }

  private static boolean isEmpty(@Nullable String text) {
    return text == null || text.isEmpty();
  }
}
