package penumbra.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// In processes of their own, since this one's standard error is not the test's to bend.
class StandardErrorTest {
  private static final String LINE =
      "penumbra: no.png must exist, but is missing; check the path\n";
  private static final String NATIVE = "--enable-native-access=penumbra.cli";
  private static final String LED_AWAY = " -Dpenumbra.stderr.descriptor=3";

  @TempDir private Path folder;

  /// Runs `penumbra info --json no.png` with Java's `options` and the shell's `redirections`, and
  /// gives what the file `err` then holds.
  private String run(String options, String redirections) throws Exception {
    String command =
        "\"$JAVA\" -p \"$MODULES\" %s -m penumbra.cli/penumbra.cli.Main info --json no.png %s"
            .formatted(options, redirections);
    var sh = new ProcessBuilder("sh", "-c", command).directory(folder.toFile());
    sh.environment().put("JAVA", ProcessHandle.current().info().command().orElseThrow());
    sh.environment().put("MODULES", System.getProperty("jdk.module.path"));
    assertThat(sh.start().waitFor()).isEqualTo(1);
    return Files.readString(folder.resolve("err"));
  }

  @Test
  void isTakenBackFromTheDescriptorThatTheLauncherNames() throws Exception {
    assertThat(run(NATIVE + LED_AWAY, "2>err 3>&2 2>/dev/null")).isEqualTo(LINE);
  }

  @Test
  void isLeftAloneWhereTheLauncherNamesNone() throws Exception {
    assertThat(run("", "2>err")).isEqualTo(LINE);
  }

  @Test
  void sharesItsFileWithStandardOutput() throws Exception {
    Files.writeString(folder.resolve("err"), "before\n");
    assertThat(run(NATIVE + LED_AWAY, ">>err 2>&1 3>&2 2>/dev/null"))
        .startsWith("before\n" + LINE + "[\n  {\n    \"file\": \"no.png\",")
        .endsWith("]\n");
  }

  @Test
  void isReachedWithoutNativeCallsToo() throws Exception {
    assertThat(run("--illegal-native-access=deny" + LED_AWAY, "2>err 3>&2 2>/dev/null"))
        .isEqualTo(LINE);
  }
}
