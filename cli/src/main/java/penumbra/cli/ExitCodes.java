package penumbra.cli;

/// What the process tells its caller.
final class ExitCodes {
  /// All that was asked for is done.
  static final int DONE = 0;

  /// Some inputs failed, each named on standard error; the others are done.
  static final int SOME_FAILED = 1;

  /// The command line asks for something that cannot be, so nothing was begun.
  static final int USAGE = 2;

  private ExitCodes() {}
}
