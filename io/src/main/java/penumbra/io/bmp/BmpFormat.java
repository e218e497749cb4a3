package penumbra.io.bmp;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import penumbra.core.NdArray;
import penumbra.core.Radiograph;
import penumbra.io.format.FileSignatures;
import penumbra.io.format.ImageFormat;
import penumbra.io.format.ImageSource;
import penumbra.io.format.ReadOptions;
import penumbra.io.pixel.FrameChoice;

/// BMP, the bitmap of Windows and OS/2: palettes of 1, 4 and 8 bits, also run-length encoded, and
/// colours of 16, 24 and 32 bits. Grey is that of the colours, as in the other formats.
public final class BmpFormat implements ImageFormat {
  private static final Set<Integer> HEADERS = Set.of(12, 16, 40, 52, 56, 64, 108, 124);

  /// For the registry of formats.
  public BmpFormat() {}

  @Override
  public String label() {
    return "BMP";
  }

  @Override
  public List<String> extensions() {
    return List.of("bmp", "dib");
  }

  @Override
  public boolean recognises(byte[] head) {
    return FileSignatures.starts(head, 0, "BM")
        && head.length > 17
        && head[16] == 0
        && head[17] == 0
        && HEADERS.contains((head[14] & 0xFF) | (head[15] & 0xFF) << 8);
  }

  @Override
  public Radiograph read(ImageSource source, ReadOptions options) throws IOException {
    Path file = source.path();
    List<String> steps = new ArrayList<>();
    BmpHeader header = BmpHeader.parse(file, source.bytes());
    options.limits().check(file, header.height(), header.width(), 3);
    steps.add(
        "Decoded BMP, %d x %d pixels (height x width), %s."
            .formatted(header.height(), header.width(), header.describe()));
    NdArray pixels = new BmpPixels(file, source.bytes(), header).read(options, steps);
    return new Radiograph(FrameChoice.of(file, pixels, options, steps), file.toString(), steps);
  }
}
