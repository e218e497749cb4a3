package penumbra.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import penumbra.cli.console.Console;
import penumbra.cli.console.ExitCodes;
import penumbra.cli.console.Terminal;
import penumbra.core.NdArray;
import penumbra.io.ImageFiles;

/// Runs light commands one after the other. The launcher records one such run to create a cache
/// (AOT), so that later starts find their classes already loaded and linked.
final class Training {
  private static final int SIDE = 64;

  private Training() {}

  /// Ends with exit code 0 if all commands did.
  public static void main(String[] args) throws IOException {
    Path folder = Files.createTempDirectory("penumbra");
    int worst = ExitCodes.DONE;
    try {
      for (List<String> commandLine : commandLines(folder)) {
        OutputStream nowhere = OutputStream.nullOutputStream();
        var console = new Console(nowhere, nowhere, new Terminal(true, true, 80, true));
        worst = Math.max(worst, Main.run(console, commandLine.toArray(String[]::new)));
      }
    } finally {
      delete(folder);
    }
    System.exit(worst);
  }

  private static List<List<String>> commandLines(Path folder) throws IOException {
    String png = folder.resolve("ramp.png").toString();
    String jpg = folder.resolve("ramp.jpg").toString();
    String result = folder.resolve("result.png").toString();
    NdArray ramp = NdArray.ofUint8(ramp(), SIDE, SIDE);
    ImageFiles.write(ramp, Path.of(png));
    ImageFiles.write(ramp, Path.of(jpg));
    return List.of(
        List.of("--version"),
        List.of("--help"),
        List.of("help", "completion"),
        List.of("info", png, jpg),
        List.of("info", "--json", png),
        List.of("operations"),
        List.of("operations", "gaussian"),
        List.of("filter", "--help"),
        List.of("filter", "gaussian", "--sigma", "2", png, "-o", result),
        List.of("filter", "sobel-magnitude", jpg, "-o", result, "--colormap", "viridis"));
  }

  private static byte[] ramp() {
    byte[] ramp = new byte[SIDE * SIDE];
    for (int i = 0; i < ramp.length; i++) {
      ramp[i] = (byte) (i / SIDE + i % SIDE);
    }
    return ramp;
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
