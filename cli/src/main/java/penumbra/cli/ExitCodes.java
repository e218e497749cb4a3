package penumbra.cli;

/// The exit codes of the process.
final class ExitCodes {
  /// Everything was done.
  static final int DONE = 0;

  /// Some inputs failed, each named on standard error; the others are done.
  static final int SOME_FAILED = 1;

  /// The command line is invalid, so nothing was started.
  static final int USAGE = 2;

  private ExitCodes() {}
}
