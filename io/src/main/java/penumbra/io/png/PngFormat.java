package penumbra.io.png;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import penumbra.core.NdArray;
import penumbra.core.Radiograph;
import penumbra.io.format.FileSignatures;
import penumbra.io.format.ImageFormat;
import penumbra.io.format.ImageSource;
import penumbra.io.format.OutputVariant;
import penumbra.io.format.ReadOptions;
import penumbra.io.format.WriteOptions;
import penumbra.io.pixel.FrameChoice;

/// PNG, read by [PngReader] and written by [Png].
public final class PngFormat implements ImageFormat {
  /// Used by the registry of formats.
  public PngFormat() {}

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
    return FileSignatures.starts(head, 0, "\u0089PNG\r\n\u001a\n");
  }

  @Override
  public Radiograph read(ImageSource source, ReadOptions options) throws IOException {
    Path file = source.path();
    List<String> steps = new ArrayList<>();
    NdArray pixels = PngReader.read(file, source.bytes(), options, steps);
    return new Radiograph(FrameChoice.of(file, pixels, options, steps), file.toString(), steps);
  }

  @Override
  public List<OutputVariant> written() {
    return List.of(new OutputVariant(List.of("png"), OutputVariant.Depth.SIXTEEN_BITS, false));
  }

  @Override
  public Optional<String> write(
      Radiograph image, OutputVariant form, WriteOptions options, OutputStream out)
      throws IOException {
    out.write(Png.encode(image.pixels(), options.compression()));
    return Optional.empty();
  }
}
