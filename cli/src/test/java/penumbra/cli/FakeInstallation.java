package penumbra.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The launcher as it lies in a clone, with a Maven and a JDK that only write down how they are
/// called. So tests see what it does, in no time, whatever Java the machine has.
///
/// ```
/// var penumbra = new FakeInstallation(folder);
/// penumbra.jdk("jdk", "25.0.3");
/// var java = Map.of("JAVA_HOME", folder.resolve("jdk").toString());
/// assertThat(penumbra.start(java, "info", "x.png").out()).endsWith("Main info x.png\n");
/// ```
final class FakeInstallation {
  private static final Path LAUNCHER = Path.of("../penumbra");

  private static final String MAVEN =
      """
      #!/bin/sh
      echo '[INFO] Building Penumbra core 0.1.0      [1/2]'
      echo 'Downloading from central: https://example.org/a.jar'
      echo 'Downloading from central: https://example.org/b.jar'
      echo '[INFO] Building Penumbra cli 0.1.0       [2/2]'
      if [ -e broken ]; then
        echo '[ERROR] core/src/main/X.java:[1,1] illegal start of type'
        exit 1
      fi
      mkdir -p cli/target/dist/lib cli/target/dist/simd cli/target/dist/data
      """;

  private static final String JAVA =
      """
      #!/bin/sh
      case "$*" in
        *penumbra.cli.LauncherTable*) cat "${0%/*}/table" ;;
        *-XX:AOTCacheOutput=*)
          for word in "$@"; do
            case $word in -XX:AOTCacheOutput=*) : >"${word#*=}" ;; esac
          done
          ;;
        *) echo "$(basename "$(dirname "${0%/*}")") LC_ALL=${LC_ALL-} $*" ;;
      esac
      """;

  private final Path folder;

  /// Makes the clone, `home`, in `folder`.
  FakeInstallation(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(home().resolve("core/src/main"));
    Files.createFile(home().resolve("core/pom.xml"));
    Files.createFile(home().resolve("pom.xml"));
    Files.createDirectories(folder.resolve("nobody"));
    program(home().resolve("mvnw"), MAVEN);
    Files.copy(LAUNCHER, home().resolve("penumbra"));
  }

  Path home() {
    return folder.resolve("home");
  }

  /// Adds a JDK of that version.
  void jdk(String name, String version) throws IOException {
    Path jdk = folder.resolve(name);
    Files.createDirectories(jdk.resolve("bin"));
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    Files.write(jdk.resolve("bin/table"), LauncherTable.lines());
    program(jdk.resolve("bin/java"), JAVA);
    program(jdk.resolve("bin/javac"), "#!/bin/sh\n");
  }

  /// What a start printed.
  ///
  /// @param code the exit code
  /// @param out the call of Java: the JDK's name, the locale, the arguments
  /// @param err what the user reads
  record Start(int code, String out, List<String> err) {}

  /// Starts the launcher in `folder`.
  ///
  /// @param environment of the launcher, beside its PATH and an empty HOME
  Start start(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    return start(List.of(), environment, arguments);
  }

  /// The same, by a program that runs it in surroundings of its own.
  Start start(List<String> by, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(by);
    command.add(home().resolve("penumbra").toString());
    command.addAll(List.of(arguments));
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    var builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    Map<String, String> variables = builder.environment();
    variables
        .keySet()
        .removeIf(name -> name.matches("(LC_.*|LANG|JAVA.*|JDK_.*|_JAVA.*|PENUMBRA.*)"));
    variables.put("HOME", folder.resolve("nobody").toString());
    variables.put("LC_ALL", "C.UTF-8");
    variables.putAll(environment);
    int code = builder.start().waitFor();
    return new Start(code, Files.readString(out), Files.readAllLines(err));
  }

  private static void program(Path file, String text) throws IOException {
    Files.writeString(file, text);
    if (!file.toFile().setExecutable(true)) {
      throw new IOException("cannot make " + file + " a program");
    }
  }
}
