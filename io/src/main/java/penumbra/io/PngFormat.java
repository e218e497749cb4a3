package penumbra.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import penumbra.core.NdArray;
import penumbra.core.Radiograph;

/// Reads PNG, as [PngReader] tells.
final class PngFormat implements ImageFormat {
  @Override
  public String label() {
    return "PNG";
  }

  @Override
  public List<String> extensions() {
    return List.of("png");
  }

  @Override
  public boolean recognises(byte[] head) {
    return Heads.starts(head, 0, "\u0089PNG\r\n\u001a\n");
  }

  @Override
  public Radiograph read(Path file, ReadOptions options) throws IOException {
    List<String> steps = new ArrayList<>();
    NdArray pixels = PngReader.read(file, Inputs.bytes(file), options, steps);
    return new Radiograph(FrameChoice.of(file, pixels, options, steps), file.toString(), steps);
  }
}
