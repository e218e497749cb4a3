package penumbra.cli.option;

import org.jspecify.annotations.Nullable;
import penumbra.core.Execution;
import picocli.CommandLine.Option;

/// The option on how many threads work: the one place where the command line takes all cores.
public final class ThreadsOption {
  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "How many threads compute, in all; results do not depend on it. Default: one for each"
              + " CPU.")
  private @Nullable Integer threads;

  public Execution execution() {
    return execution(threads);
  }

  /// On as many threads as were asked for, or one for each CPU.
  public static Execution execution(@Nullable Integer asked) {
    return asked == null ? Execution.allCores() : Execution.ofThreads(asked);
  }
}
