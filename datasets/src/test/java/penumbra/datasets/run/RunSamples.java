package penumbra.datasets.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import penumbra.core.NdArray;
import penumbra.datasets.run.output.Hashes;
import penumbra.io.ImageFiles;

/// Small data sets, and what has become of them, for tests of runs.
final class RunSamples {
  private RunSamples() {}

  /// Grey noise, the same for the same seed.
  static Path image(Path file, int seed) throws IOException {
    byte[] bytes = new byte[12 * 17];
    new Random(seed).nextBytes(bytes);
    Files.createDirectories(file.getParent());
    ImageFiles.write(NdArray.ofUint8(bytes, 12, 17), file);
    return file;
  }

  /// The hash of every file below a folder, hidden ones too, but for the run's own hidden folder.
  static Map<String, String> tree(Path folder) throws IOException {
    Map<String, String> tree = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        if (!name.startsWith(Run.HIDDEN + "/")) {
          tree.put(name, Hashes.of(file));
        }
      }
    }
    return tree;
  }

  static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : all) {
      Files.delete(file);
    }
  }
}
