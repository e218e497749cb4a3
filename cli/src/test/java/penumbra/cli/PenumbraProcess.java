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
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(List.of("-Xmx256m", "-Djava.awt.headless=true", "-Djava.io.tmpdir=" + folder));
    // Drivers of databases, which no module names, are on the class path, and call native code.
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("-p", System.getProperty("jdk.module.path")));
    command.addAll(List.of("-m", "penumbra.cli/penumbra.cli.Main"));
    command.addAll(List.of(arguments));
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
