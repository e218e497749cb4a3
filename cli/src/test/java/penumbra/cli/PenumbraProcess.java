package penumbra.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The real program in a process of its own, which can be killed.
///
/// ```
/// var penumbra = new PenumbraProcess(folder);
/// Process run = penumbra.start("run", "edges", in, "-o", out);
/// run.destroyForcibly();
/// ```
///
/// @param folder for what it prints, and for temporary files, which a killed process leaves behind
record PenumbraProcess(Path folder) {
  /// What starts it, with the modules of the test.
  List<String> command(String... arguments) {
    return command(List.of("-Xmx256m"), "Main", List.of(arguments));
  }

  /// What starts a class of the command line, or of its tests.
  List<String> command(List<String> options, String main, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(options);
    command.addAll(List.of("-Djava.awt.headless=true", "-Djava.io.tmpdir=" + folder));
    // Drivers of databases, which no module names, are on the class path, and call native code.
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("-p", System.getProperty("jdk.module.path")));
    command.addAll(List.of("-m", "penumbra.cli/penumbra.cli." + main));
    command.addAll(arguments);
    return command;
  }

  /// Starts it.
  Process start(String... arguments) throws IOException {
    return new ProcessBuilder(command(arguments))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
        .start();
  }

  /// All that it printed so far, of both kinds.
  String printed() throws IOException {
    return Files.readString(log());
  }

  private Path log() {
    return folder.resolve("penumbra.log");
  }
}
