package penumbra.io.jpeg;

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

/// JPEG, read by [JpegReader] and written by [Jpeg].
public final class JpegFormat implements ImageFormat {
  /// Used by the registry of formats.
  public JpegFormat() {}

  @Override
  public String label() {
    return "JPEG";
  }

  @Override
  public List<String> extensions() {
    return List.of("jpg", "jpeg", "jfif", "jpe");
  }

  @Override
  public boolean recognises(byte[] head) {
    return FileSignatures.starts(head, 0, "\u00ff\u00d8\u00ff");
  }

  @Override
  public Radiograph read(ImageSource source, ReadOptions options) throws IOException {
    Path file = source.path();
    List<String> steps = new ArrayList<>();
    NdArray pixels = JpegReader.read(file, source.bytes(), options, steps);
    return new Radiograph(FrameChoice.of(file, pixels, options, steps), file.toString(), steps);
  }

  @Override
  public List<OutputVariant> written() {
    return List.of(
        new OutputVariant(List.of("jpg", "jpeg"), OutputVariant.Depth.EIGHT_BITS, false));
  }

  @Override
  public Optional<String> write(
      Radiograph image, OutputVariant form, WriteOptions options, OutputStream out)
      throws IOException {
    out.write(Jpeg.encode(image.pixels(), options.quality()));
    return Optional.empty();
  }
}
