package penumbra.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import penumbra.core.NdArray;
import penumbra.core.Radiograph;

/// Reads NumPy's arrays, as [Npy] tells. They are no pictures of a data set.
final class NpyFormat implements ImageFormat {
  @Override
  public String label() {
    return "NPY";
  }

  @Override
  public List<String> extensions() {
    return List.of("npy");
  }

  @Override
  public boolean recognises(byte[] head) {
    return Heads.starts(head, 0, "\u0093NUMPY");
  }

  @Override
  public boolean isListed() {
    return false;
  }

  @Override
  public Radiograph read(Path file, ReadOptions options) throws IOException {
    List<String> steps = new ArrayList<>();
    NdArray array = Npy.read(file);
    steps.add("Read NPY, " + array + ".");
    return new Radiograph(
        FrameChoice.of(file, array, options.frame(), steps), file.toString(), steps);
  }
}
