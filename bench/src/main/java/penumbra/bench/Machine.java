package penumbra.bench;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Properties;
import penumbra.core.Execution;

/// The machine and the versions of a measurement, in words.
record Machine(String processor, String system, String jdk, String kernels, String load) {
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

  static Machine here() throws IOException {
    var system = ManagementFactory.getOperatingSystemMXBean();
    double load = system.getSystemLoadAverage();
    long memory =
        system instanceof com.sun.management.OperatingSystemMXBean more
            ? more.getTotalMemorySize() >> 30
            : 0;
    return new Machine(
        processorName() + ", " + system.getAvailableProcessors() + " cores, " + memory + " GiB",
        system.getName() + " on " + system.getArch(),
        "JDK " + Runtime.version() + " (" + System.getProperty("java.vendor") + ")",
        Execution.kernels(),
        load < 0 ? "not known" : String.format(Locale.ROOT, "%.1f", load));
  }

  /// The version of a part: `penumbra`, `opencv` and so on.
  static String version(String name) {
    var versions = new Properties();
    try (InputStream resource = Machine.class.getResourceAsStream("versions.properties")) {
      versions.load(resource);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("versions.properties of the bench is broken", e);
    }
    return versions.getProperty(name);
  }

  static LocalDate today() {
    return LocalDate.now(java.time.ZoneOffset.UTC);
  }

  private static String processorName() throws IOException {
    if (Files.isReadable(PROCESSORS)) {
      for (String line : Files.readAllLines(PROCESSORS)) {
        if (line.startsWith("model name")) {
          return line.substring(line.indexOf(':') + 1).strip();
        }
      }
    }
    return "a processor without a name";
  }
}
