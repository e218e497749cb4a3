package penumbra.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import penumbra.core.Radiograph;

/// Reads the array of an NPZ file, a ZIP archive of NPY files. Of several arrays one is named as a
/// member: `scans.npz!/image.npy`.
final class NpzFormat implements ImageFormat {
  private static final int MOST_NAMED = 8;

  @Override
  public String label() {
    return "NPZ";
  }

  @Override
  public List<String> extensions() {
    return List.of("npz");
  }

  /// A ZIP archive whose first member is an array.
  @Override
  public boolean recognises(byte[] head) {
    if (!Heads.starts(head, 0, "PK\u0003\u0004") || head.length < 30) {
      return false;
    }
    int length = (head[26] & 0xFF) + 256 * (head[27] & 0xFF);
    return 30 + length <= head.length
        && new String(head, 30, length, StandardCharsets.UTF_8).endsWith(".npy");
  }

  @Override
  public boolean isListed() {
    return false;
  }

  @Override
  public Radiograph read(Path file, ReadOptions options) throws IOException {
    Path root = Archives.open(file);
    List<Path> arrays;
    try (Stream<Path> members = Files.list(root)) {
      arrays = members.filter(member -> member.toString().endsWith(".npy")).sorted().toList();
    }
    if (arrays.size() != 1) {
      List<String> names =
          arrays.stream()
              .limit(MOST_NAMED)
              .map(array -> String.valueOf(array.getFileName()))
              .toList();
      throw UnreadableFileException.of(
          file,
          "must hold one array",
          "holds " + (names.isEmpty() ? "none" : arrays.size() + ": " + String.join(", ", names)),
          names.isEmpty() ? Inputs.COPY_AGAIN : "name one of them, as in " + arrays.getFirst());
    }
    Radiograph array = new NpyFormat().read(arrays.getFirst(), options);
    List<String> steps = new ArrayList<>();
    steps.add("Opened NPZ with the array " + arrays.getFirst().getFileName() + ".");
    steps.addAll(array.decodingSteps());
    return new Radiograph(array.pixels(), file.toString(), steps);
  }
}
