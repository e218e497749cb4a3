package penumbra.imaging;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import penumbra.catalogue.Numbers;
import penumbra.core.Execution;
import penumbra.io.jpeg.Jpeg;

/// The facts about the platform: Java, machine, the kernels, and the JPEG decoder.
///
/// ```
/// RuntimeFacts facts = RuntimeFacts.of("0.1.0");
/// facts.toLines().forEach(System.out::println);
/// ```
///
/// @param penumbra Penumbra's version
/// @param java Java's version and vendor
/// @param vm the virtual machine and its version
/// @param system the operating system and its version
/// @param architecture of the CPU, as Java names it
/// @param cpus the number of CPUs available to Java
/// @param memory the largest size of Java's heap in bytes
/// @param kernels the kernels in use: `scalar`, or `simd` and its width
/// @param kernelsReason why these are in use, and how to get the faster ones
/// @param jpeg the decoder of grey JPEG
/// @param jpegReason why this one is in use
public record RuntimeFacts(
    String penumbra,
    String java,
    String vm,
    String system,
    String architecture,
    int cpus,
    long memory,
    String kernels,
    String kernelsReason,
    String jpeg,
    String jpegReason) {
  private static final String VECTORS = "jdk.incubator.vector";
  private static final String SCALAR = "scalar";

  /// The facts of this process.
  ///
  /// @param version the version of Penumbra
  public static RuntimeFacts of(String version) {
    Runtime runtime = Runtime.getRuntime();
    String kernels = Execution.kernels();
    String[] jpeg = Jpeg.decoder().split("; ", 2);
    return new RuntimeFacts(
        version,
        property("java.version") + " (" + property("java.vendor") + ")",
        property("java.vm.name") + " " + property("java.vm.version"),
        property("os.name") + " " + property("os.version"),
        property("os.arch"),
        runtime.availableProcessors(),
        runtime.maxMemory(),
        kernels,
        reason(
            kernels,
            ModuleLayer.boot().findModule(VECTORS).isPresent(),
            System.getProperty("penumbra.kernels")),
        jpeg[0],
        jpeg[1]);
  }

  /// Why these kernels are in use.
  ///
  /// @param vectors whether Java has loaded the Vector API
  /// @param asked the value of the system property `penumbra.kernels`
  static String reason(String kernels, boolean vectors, @Nullable String asked) {
    if (asked != null && kernels.startsWith(asked)) {
      return "as penumbra.kernels=" + asked + " asks";
    }
    if (!kernels.startsWith(SCALAR)) {
      return "Java's Vector API is loaded";
    }
    return vectors
        ? "no faster ones were found though Java's Vector API is loaded; put the module"
            + " penumbra.simd beside penumbra.core"
        : "Java's Vector API is not loaded; PENUMBRA_KERNELS=simd makes ./penumbra load it; so does"
            + " penumbra.simd on Java's module path";
  }

  /// The facts for programs.
  public Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("penumbra", penumbra);
    json.put("java", java);
    javaBug().ifPresent(bug -> json.put("java_bug", bug));
    json.put("vm", vm);
    json.put("system", system);
    json.put("architecture", architecture);
    json.put("cpus", cpus);
    json.put("memory_bytes", memory);
    json.put("kernels", kernels);
    json.put("kernels_reason", kernelsReason);
    json.put("jpeg", jpeg);
    json.put("jpeg_reason", jpegReason);
    return json;
  }

  /// The facts for people, in lines.
  public List<String> toLines() {
    List<String> lines = new ArrayList<>();
    lines.add("Penumbra " + penumbra);
    lines.add(FileFacts.line("java", java));
    javaBug().ifPresent(bug -> lines.add(FileFacts.line("", bug)));
    lines.add(FileFacts.line("vm", vm));
    lines.add(FileFacts.line("system", system + ", " + architecture));
    lines.add(FileFacts.line("cpus", Numbers.count(cpus)));
    lines.add(FileFacts.line("memory", "up to " + Numbers.count(memory >> 20) + " MiB"));
    lines.add(FileFacts.line("kernels", kernels));
    for (String clause : kernelsReason.split("; ", -1)) {
      lines.add(FileFacts.line("", clause));
    }
    lines.add(FileFacts.line("jpeg", jpeg + ", " + jpegReason));
    return lines;
  }

  private Optional<String> javaBug() {
    return KnownJavaBugs.of(java.split(" ", 2)[0]);
  }

  private static String property(String name) {
    return System.getProperty(name, "unknown");
  }
}
