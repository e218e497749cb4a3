package penumbra.cli.console;

import java.io.FileDescriptor;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.NoSuchElementException;

/// Restores the process's standard error, which the launcher redirects while Java starts.
///
/// ```
/// OutputStream err = StandardError.open();
/// ```
///
/// With the Vector API loaded, Java prints a line about incubator modules before any of our code
/// runs, and no option prevents it. So the launcher starts Java with standard error redirected. The
/// system property `penumbra.stderr.descriptor` names the file descriptor of the original one.
/// After [#open] standard error is the original again, also if it shares a file, a pipe or a
/// terminal with another stream.
public final class StandardError {
  private static final int DESCRIPTOR = 2;

  private StandardError() {}

  /// Standard error, and `System.err` with it, once they lead where the caller of the launcher
  /// wants.
  public static OutputStream open() {
    Integer kept = Integer.getInteger("penumbra.stderr.descriptor");
    if (kept == null || duplicate(kept, DESCRIPTOR)) {
      return new FileOutputStream(FileDescriptor.err);
    }
    try {
      return new FileOutputStream("/dev/fd/" + kept, true);
    } catch (FileNotFoundException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Makes the file descriptor `to` mean what `from` means, by POSIX's `dup2`. False where that
  /// cannot be, as on a Java that calls no native functions.
  @SuppressWarnings("restricted") // the launcher grants it
  private static boolean duplicate(int from, int to) {
    try {
      Linker linker = Linker.nativeLinker();
      ValueLayout.OfInt number = ValueLayout.JAVA_INT;
      MethodHandle dup2 =
          linker.downcallHandle(
              linker.defaultLookup().findOrThrow("dup2"),
              FunctionDescriptor.of(number, number, number));
      return (int) dup2.invokeExact(from, to) == to;
    } catch (UnsupportedOperationException | IllegalCallerException | NoSuchElementException e) {
      return false;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
