package penumbra.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Programs in processes of their own.
public final class Commands {
  private static final int MINUTES = 5;

  private Commands() {}

  /// What a command did.
  ///
  /// @param code its exit code
  /// @param out what it printed
  /// @param err what it printed on its standard error
  record Ended(int code, String out, String err) {}

  /// What the command prints on its standard output.
  static String run(Path folder, String... command) throws IOException, InterruptedException {
    Ended ended = start(folder, Map.of(), command);
    assertThat(ended.code()).as("%s\n%s%s", List.of(command), ended.out(), ended.err()).isZero();
    return ended.out();
  }

  /// What the command does, with these variables beside those of this process.
  static Ended start(Path folder, Map<String, String> variables, String... command)
      throws IOException, InterruptedException {
    Path said = Files.createTempFile("said", ".txt");
    Path errors = Files.createTempFile("errors", ".txt");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectOutput(said.toFile())
              .redirectError(errors.toFile());
      inNoBuild(builder.environment());
      builder.environment().putAll(variables);
      Process process = builder.start();
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IllegalStateException(List.of(command) + " does not end");
      }
      return new Ended(process.exitValue(), Files.readString(said), Files.readString(errors));
    } finally {
      Files.delete(said);
      Files.delete(errors);
    }
  }

  /// The scripts of Maven that started this test tell their children about this build.
  private static void inNoBuild(Map<String, String> environment) {
    environment.keySet().removeAll(List.of("MAVEN_BASEDIR", "MAVEN_PROJECTBASEDIR"));
    environment.put("JAVA_HOME", System.getProperty("java.home"));
  }
}
