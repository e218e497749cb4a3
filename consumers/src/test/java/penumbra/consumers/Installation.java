package penumbra.consumers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import penumbra.consumers.Commands.Ended;

/// The command line as this build made it, started by its launcher in a folder of its own, so that
/// neither the launcher's build nor its cache touches this one.
///
/// ```
/// var penumbra = Installation.in(folder);
/// penumbra.start(jar, "operations").out();
/// ```
///
/// @param home where it is
record Installation(Path home) {
  private static final List<String> JARS = List.of("lib", "simd", "data");

  /// Makes it.
  static Installation in(Path home) throws IOException, InterruptedException {
    Path dist = home.resolve("cli/target/dist");
    Files.createDirectories(dist);
    for (String jars : JARS) {
      Path built = Projects.root().resolve("cli/target/dist").resolve(jars);
      Files.createSymbolicLink(dist.resolve(jars), built.toRealPath());
    }
    Files.copy(Projects.root().resolve("penumbra"), home.resolve("penumbra"));
    Files.createFile(home.resolve("pom.xml"));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String table =
        Commands.run(
            home,
            java,
            "-p",
            dist.resolve("lib").toString(),
            "-m",
            "penumbra.cli/penumbra.cli.LauncherTable");
    Files.writeString(dist.resolve("commands"), table);
    Files.createFile(dist.resolve("built"));
    return new Installation(home);
  }

  /// The folder whose jars are found without being named.
  Path plugins() {
    return home.resolve("plugins");
  }

  /// Starts it in its folder, with jars, which the variable names, if there are any.
  Ended start(String plugins, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("penumbra").toString());
    command.addAll(List.of(arguments));
    Map<String, String> variables = new HashMap<>();
    variables.put("PENUMBRA_PLUGINS", plugins);
    return Commands.start(home, variables, command.toArray(String[]::new));
  }
}
