package penumbra.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RuntimeFactsTest {
  @Test
  void tellsPeopleAndProgramsTheSame() {
    var facts =
        new RuntimeFacts(
            "0.1.0",
            "25.0.3 (Eclipse Adoptium)",
            "OpenJDK 64-Bit Server VM 25.0.3+9-LTS",
            "Linux 6.18",
            "amd64",
            2,
            3L << 30,
            "simd, 256 bits",
            "as asked; for a test",
            "javax.imageio",
            "for a test");
    assertThat(facts.toLines())
        .containsExactly(
            "Penumbra 0.1.0",
            "  java         25.0.3 (Eclipse Adoptium)",
            "  vm           OpenJDK 64-Bit Server VM 25.0.3+9-LTS",
            "  system       Linux 6.18, amd64",
            "  cpus         2",
            "  memory       up to 3,072 MiB",
            "  kernels      simd, 256 bits",
            "               as asked",
            "               for a test",
            "  jpeg         javax.imageio, for a test");
    assertThat(facts.toJson())
        .containsEntry("memory_bytes", 3L << 30)
        .containsEntry("kernels", "simd, 256 bits")
        .containsEntry("jpeg", "javax.imageio")
        .containsEntry("jpeg_reason", "for a test");
  }

  @Test
  void warnsOfAJavaThatCorruptsArrays() {
    RuntimeFacts facts = onJava("25.0.2 (Maker)");
    String bug = "can corrupt arrays under its G1 collector (JDK-8377811); install 25.0.3 or newer";
    assertThat(facts.toLines())
        .containsSubsequence("  java         25.0.2 (Maker)", "               " + bug);
    assertThat(facts.toJson()).containsEntry("java_bug", bug);
    for (String bad : List.of("25", "25-ea", "25+36", "25.0.1", "25.0.2.1", "25.0.1-beta")) {
      assertThat(onJava(bad).toJson()).as(bad).containsKey("java_bug");
    }
    for (String good : List.of("25.0.3", "25.0.10", "25.0.20", "25.1", "26", "250", "26-ea")) {
      assertThat(onJava(good).toJson()).as(good).doesNotContainKey("java_bug");
    }
  }

  private static RuntimeFacts onJava(String java) {
    return new RuntimeFacts(
        "0.1.0", java, "VM", "Linux", "amd64", 2, 1, "scalar", "for a test", "none", "for a test");
  }

  @Test
  void describesThisProcess() {
    RuntimeFacts facts = RuntimeFacts.of("9.9.9");
    assertThat(facts.penumbra()).isEqualTo("9.9.9");
    assertThat(facts.java()).startsWith(System.getProperty("java.version"));
    assertThat(facts.cpus()).isPositive();
    assertThat(facts.toLines())
        .contains("  jpeg         javax.imageio, for PENUMBRA_JPEG=turbo is not set");
    assertThat(facts.toLines()).noneMatch(line -> line.contains("unknown"));
  }

  @Test
  void saysWhyTheseKernelsAndHowToGetTheFasterOnes() {
    assertThat(RuntimeFacts.reason("simd, 256 bits", true, null))
        .isEqualTo("Java's Vector API is loaded");
    assertThat(RuntimeFacts.reason("simd, 512 bits", true, "simd"))
        .isEqualTo("as penumbra.kernels=simd asks");
    assertThat(RuntimeFacts.reason("scalar", true, "scalar"))
        .isEqualTo("as penumbra.kernels=scalar asks");
    assertThat(RuntimeFacts.reason("scalar", true, null))
        .isEqualTo(
            "no faster ones were found though Java's Vector API is loaded; put the module"
                + " penumbra.simd beside penumbra.core");
    for (String asked : new String[] {null, "simd"}) {
      assertThat(RuntimeFacts.reason("scalar", false, asked))
          .isEqualTo(
              "Java's Vector API is not loaded; PENUMBRA_KERNELS=simd makes ./penumbra load it;"
                  + " so does penumbra.simd on Java's module path");
    }
    assertThat(RuntimeFacts.of("1").kernelsReason()).isNotEmpty();
  }
}
