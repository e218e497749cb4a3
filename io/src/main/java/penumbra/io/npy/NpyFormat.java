package penumbra.io.npy;

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

/// NumPy's arrays, by [Npy].
public final class NpyFormat implements ImageFormat {
  /// For the registry of formats.
  public NpyFormat() {}

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
    return FileSignatures.starts(head, 0, "\u0093NUMPY");
  }

  @Override
  public Radiograph read(ImageSource source, ReadOptions options) throws IOException {
    Path file = source.path();
    List<String> steps = new ArrayList<>();
    List<String> damage = new ArrayList<>();
    NdArray array = Npy.read(source, options, damage);
    steps.add("Read NPY, " + array + ".");
    steps.addAll(damage);
    return new Radiograph(
        FrameChoice.of(file, array, options.frame(), steps), file.toString(), steps);
  }

  @Override
  public List<OutputVariant> written() {
    return List.of(new OutputVariant(List.of("npy"), OutputVariant.Depth.ALL_VALUES, false));
  }

  @Override
  public Optional<String> write(
      Radiograph image, OutputVariant form, WriteOptions options, OutputStream out)
      throws IOException {
    Npy.write(image.pixels(), out);
    return Optional.empty();
  }
}
