package penumbra.consumers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// A built project of the folder `src/test/projects`, which uses one module of Penumbra.
///
/// @param folder where it was built
record Project(Path folder) {
  String name() {
    return folder.getFileName().toString();
  }

  /// The jars that Maven resolved for its running.
  List<Path> jars() throws IOException {
    String classPath = Files.readString(folder.resolve("target/class-path.txt"));
    return Arrays.stream(classPath.strip().split(java.io.File.pathSeparator, -1))
        .map(Path::of)
        .toList();
  }

  /// What the program printed, with all jars on the module path.
  String runAsModule() throws IOException, InterruptedException {
    String module = "example." + name();
    return Commands.run(folder, java(), "-p", path(), "-m", module + "/" + module + ".Main");
  }

  /// The same with all jars on the class path, where the Vector API has to be asked for.
  String runOnTheClassPath() throws IOException, InterruptedException {
    String main = "example." + name() + ".Main";
    return name().equals("simd")
        ? Commands.run(folder, java(), "--add-modules", "jdk.incubator.vector", "-cp", path(), main)
        : Commands.run(folder, java(), "-cp", path(), main);
  }

  private String path() throws IOException {
    StringBuilder path = new StringBuilder(folder.resolve("target/classes").toString());
    for (Path jar : jars()) {
      path.append(java.io.File.pathSeparator).append(jar);
    }
    return path.toString();
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
