package penumbra.core.kernel;

import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/// The kernels of this virtual machine, chosen once: the fastest installed ones that run here,
/// unless the system property `penumbra.kernels` names `scalar` or `simd`.
public final class Kernels {
  private static final String PROPERTY = "penumbra.kernels";
  private static final LineKernels SCALAR = new ScalarKernels();
  private static final LineKernels CHOSEN = choose(System.getProperty(PROPERTY, ""));

  private Kernels() {}

  /// The chosen kernels.
  public static LineKernels chosen() {
    return CHOSEN;
  }

  /// The plain loops.
  public static LineKernels scalar() {
    return SCALAR;
  }

  private static LineKernels choose(String wanted) {
    if (wanted.equals("scalar")) {
      return SCALAR;
    }
    boolean asked = wanted.equals("simd");
    if (!asked && !wanted.isEmpty()) {
      log("the system property " + PROPERTY + " must be scalar or simd, not '" + wanted + "'");
    }
    try {
      for (LineKernels found : ServiceLoader.load(LineKernels.class, own())) {
        if (found.isUsable()) {
          return found;
        }
        warn("this virtual machine does not compile vector code");
        return SCALAR;
      }
    } catch (ServiceConfigurationError | LinkageError e) {
      // The error on the class path without the flag.
      warn("the Vector API is missing; start Java with --add-modules jdk.incubator.vector");
      return SCALAR;
    }
    if (asked) {
      warn("penumbra-simd is neither on the module path nor on the class path");
    }
    return SCALAR;
  }

  private static ClassLoader own() {
    return Kernels.class.getClassLoader();
  }

  private static void warn(String why) {
    log("scalar kernels run: " + why);
  }

  private static void log(String line) {
    System.getLogger("penumbra").log(System.Logger.Level.WARNING, line);
  }
}
