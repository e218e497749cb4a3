package penumbra.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import penumbra.core.Execution;
import penumbra.simd.VectorKernels;

/// Which kernels run in a virtual machine of its own, on the class path, and what is logged.
class KernelsChoiceTest {
  private static final String VECTORS = "--add-modules=jdk.incubator.vector";
  private static final String NO_OPTIMISING_COMPILER = "-XX:TieredStopAtLevel=1";
  private static final String ASK = "-Dpenumbra.kernels=";

  @Test
  void vectorsRunWhereTheirModuleIs() throws Exception {
    assertThat(run(true, VECTORS)).last().asString().startsWith("simd, ");
  }

  @Test
  void withoutTheFlagOneLineIsLoggedAndPlainLoopsRun() throws Exception {
    assertThat(run(true))
        .satisfiesExactly(
            KernelsChoiceTest::isHeading,
            line ->
                assertThat(line)
                    .endsWith(
                        "scalar kernels run: the Vector API is missing;"
                            + " start Java with --add-modules jdk.incubator.vector"),
            line -> assertThat(line).isEqualTo("scalar"));
  }

  @Test
  void withoutTheOptimisingCompilerOneLineIsLoggedEvenIfVectorsAreAskedFor() throws Exception {
    assertThat(run(true, VECTORS, NO_OPTIMISING_COMPILER, ASK + "simd"))
        .filteredOn(line -> !line.contains("incubator"))
        .satisfiesExactly(
            KernelsChoiceTest::isHeading,
            line ->
                assertThat(line)
                    .endsWith(
                        "scalar kernels run: this virtual machine does not compile vector code"),
            line -> assertThat(line).isEqualTo("scalar"));
  }

  @Test
  void vectorsThatAreAskedForButMissingAreLogged() throws Exception {
    assertThat(run(false, ASK + "simd"))
        .satisfiesExactly(
            KernelsChoiceTest::isHeading,
            line ->
                assertThat(line)
                    .endsWith(
                        "scalar kernels run: penumbra-simd is neither on the module path"
                            + " nor on the class path"),
            line -> assertThat(line).isEqualTo("scalar"));
    assertThat(run(false)).containsExactly("scalar");
  }

  @Test
  void aWrongNameIsLoggedAndChangesNothing() throws Exception {
    assertThat(run(true, VECTORS, ASK + "fast"))
        .filteredOn(line -> !line.contains("incubator"))
        .satisfiesExactly(
            KernelsChoiceTest::isHeading,
            line ->
                assertThat(line)
                    .endsWith(
                        "the system property penumbra.kernels must be scalar or simd, not 'fast'"),
            line -> assertThat(line).startsWith("simd, "));
  }

  /// What the JDK's logging puts before each message.
  private static void isHeading(String line) {
    assertThat(line).contains("penumbra.core.kernel.Kernels");
  }

  private static List<String> run(boolean withVectors, String... options)
      throws IOException, InterruptedException, URISyntaxException {
    String path = place(Execution.class) + File.pathSeparator + place(PrintKernels.class);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.add("-cp");
    command.add(withVectors ? path + File.pathSeparator + place(VectorKernels.class) : path);
    command.add(PrintKernels.class.getName());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<String> lines = process.inputReader().readAllLines();
    assertThat(process.waitFor()).as("%s", lines).isZero();
    return lines;
  }

  private static Path place(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
