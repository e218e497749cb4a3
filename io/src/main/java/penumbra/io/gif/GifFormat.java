package penumbra.io.gif;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import penumbra.core.Radiograph;
import penumbra.io.format.ImageFormat;
import penumbra.io.format.ImageSource;
import penumbra.io.format.OutputVariant;
import penumbra.io.format.ReadOptions;
import penumbra.io.format.WriteOptions;

/// GIF, which is only written: one picture, by [Gif]. For animations use [Gif] itself.
public final class GifFormat implements ImageFormat {
  /// For the registry of formats.
  public GifFormat() {}

  @Override
  public String label() {
    return "GIF";
  }

  @Override
  public List<String> extensions() {
    return List.of();
  }

  @Override
  public boolean recognises(byte[] head) {
    return false;
  }

  @Override
  public Radiograph read(ImageSource source, ReadOptions options) {
    throw new UnsupportedOperationException("GIF is not read");
  }

  @Override
  public List<OutputVariant> written() {
    return List.of(new OutputVariant(List.of("gif"), OutputVariant.Depth.EIGHT_BITS, false));
  }

  @Override
  public Optional<String> write(
      Radiograph image, OutputVariant form, WriteOptions options, OutputStream out)
      throws IOException {
    out.write(Gif.encode(List.of(image.pixels()), 1));
    return Optional.empty();
  }
}
