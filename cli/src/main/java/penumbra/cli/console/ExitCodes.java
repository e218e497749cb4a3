package penumbra.cli.console;

/// The exit codes of the process.
public final class ExitCodes {
  /// Everything was done.
  public static final int DONE = 0;

  /// Some inputs failed, each named on standard error; the others are done.
  public static final int SOME_FAILED = 1;

  /// The command line is invalid, so nothing was started.
  public static final int USAGE = 2;

  private ExitCodes() {}
}
