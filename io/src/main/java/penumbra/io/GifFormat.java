package penumbra.io;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import penumbra.core.Radiograph;

/// GIF, which is only written: one picture, as [Gif] tells. Animations are made by [Gif] itself.
final class GifFormat implements ImageFormat {
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
  public List<WrittenForm> written() {
    return List.of(new WrittenForm(List.of("gif"), WrittenForm.Depth.EIGHT_BITS, false));
  }

  @Override
  public Optional<String> write(
      Radiograph image, WrittenForm form, WriteOptions options, OutputStream out)
      throws IOException {
    out.write(Gif.encode(List.of(image.pixels()), 1));
    return Optional.empty();
  }
}
