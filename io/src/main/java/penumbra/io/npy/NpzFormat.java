package penumbra.io.npy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import penumbra.core.Radiograph;
import penumbra.io.archive.Archives;
import penumbra.io.archive.ZipArchive;
import penumbra.io.format.ImageFormat;
import penumbra.io.format.ImageSource;
import penumbra.io.format.Inputs;
import penumbra.io.format.ReadOptions;
import penumbra.io.format.UnreadableFileException;

/// Reads the array of an NPZ file, a ZIP archive of NPY files. To choose one of several arrays,
/// name the member: `scans.npz!/image.npy`.
public final class NpzFormat implements ImageFormat {
  private static final int MOST_NAMED = 8;

  /// For the registry of formats.
  public NpzFormat() {}

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
    return ZipArchive.beginsWith(head, ".npy");
  }

  @Override
  public boolean isListed() {
    return false;
  }

  @Override
  public Radiograph read(ImageSource source, ReadOptions options) throws IOException {
    Path file = source.path();
    return source.file().isPresent() ? ofFile(file, options) : NpzBytes.read(source, options);
  }

  private static Radiograph ofFile(Path file, ReadOptions options) throws IOException {
    Path root = Archives.open(file);
    List<Path> arrays;
    try (Stream<Path> members = Files.list(root)) {
      arrays = members.filter(member -> member.toString().endsWith(".npy")).sorted().toList();
    }
    if (arrays.size() != 1) {
      throw notOne(file, arrays.stream().map(array -> "" + array.getFileName()).toList());
    }
    return only(
        file, "" + arrays.getFirst().getFileName(), ImageSource.of(arrays.getFirst()), options);
  }

  /// The only array.
  static Radiograph only(Path file, String name, ImageSource member, ReadOptions options)
      throws IOException {
    Radiograph array = new NpyFormat().read(member, options);
    List<String> steps = new ArrayList<>();
    steps.add("Opened NPZ with the array " + name + ".");
    steps.addAll(array.decodingSteps());
    return new Radiograph(array.pixels(), file.toString(), steps);
  }

  /// The refusal of a file with none or several arrays of these names.
  static UnreadableFileException notOne(Path file, List<String> names) {
    String listed = String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size())));
    return UnreadableFileException.of(
        file,
        "must hold one array",
        "holds " + (names.isEmpty() ? "none" : names.size() + ": " + listed),
        names.isEmpty()
            ? Inputs.COPY_AGAIN
            : "name one of them, as in " + file + "!/" + names.getFirst());
  }
}
