package penumbra.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import penumbra.core.NdArray;
import penumbra.core.Radiograph;

/// Reads JPEG, as [JpegReader] tells.
final class JpegFormat implements ImageFormat {
  @Override
  public String label() {
    return "JPEG";
  }

  @Override
  public List<String> extensions() {
    return List.of("jpg", "jpeg");
  }

  @Override
  public boolean recognises(byte[] head) {
    return Heads.starts(head, 0, "\u00ff\u00d8\u00ff");
  }

  @Override
  public Radiograph read(Path file, ReadOptions options) throws IOException {
    List<String> steps = new ArrayList<>();
    NdArray pixels =
        JpegReader.read(file, Inputs.bytes(file), options.limits(), options.colours(), steps);
    return new Radiograph(FrameChoice.of(file, pixels, options, steps), file.toString(), steps);
  }
}
