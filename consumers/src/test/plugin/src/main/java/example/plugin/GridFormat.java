package example.plugin;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;
import penumbra.core.Radiograph;
import penumbra.io.format.ImageFormat;
import penumbra.io.format.ImageSource;
import penumbra.io.format.ReadOptions;
import penumbra.io.format.UnreadableFileException;
import penumbra.io.format.WriteOptions;
import penumbra.io.format.OutputVariant;

/** A picture as text: {@code GRID}, height and width, then a value a word. */
public final class GridFormat implements ImageFormat {
  private static final String MAGIC = "GRID";

  /** For Java, which finds it as a service. */
  public GridFormat() {}

  @Override
  public String label() {
    return MAGIC;
  }

  @Override
  public List<String> extensions() {
    return List.of("grid");
  }

  @Override
  public boolean recognises(byte[] head) {
    return new String(head, StandardCharsets.ISO_8859_1).startsWith(MAGIC + " ");
  }

  @Override
  public Radiograph read(ImageSource source, ReadOptions options) throws IOException {
    String[] words = new String(source.bytes(), StandardCharsets.ISO_8859_1).strip().split("\\s+");
    int height = Integer.parseInt(words[1]);
    int width = Integer.parseInt(words[2]);
    options.limits().check(source.path(), height, width, 1);
    if (words.length != 3 + height * width) {
      throw UnreadableFileException.of(
          source.path(),
          "must hold " + height * width + " values",
          "holds " + (words.length - 3),
          "copy it again");
    }
    double[] values = Arrays.stream(words).skip(3).mapToDouble(Double::parseDouble).toArray();
    NdArray pixels = NdArray.ofFloat64(values, height, width);
    return new Radiograph(pixels, source.toString(), List.of("Read as GRID."));
  }

  @Override
  public List<OutputVariant> written() {
    return List.of(new OutputVariant(List.of("grid"), OutputVariant.Depth.ALL_VALUES, false));
  }

  @Override
  public Optional<String> write(
      Radiograph image, OutputVariant form, WriteOptions options, OutputStream out)
      throws IOException {
    NdArray pixels = image.pixels();
    InvalidInputException.require(
        pixels.rank() == 2, "a .grid file", "must hold two axes", pixels, "write .npy");
    var text = new StringBuilder(MAGIC);
    text.append(' ').append(pixels.length(0)).append(' ').append(pixels.length(1));
    for (int y = 0; y < pixels.length(0); y++) {
      for (int x = 0; x < pixels.length(1); x++) {
        text.append(x == 0 ? '\n' : ' ').append(pixels.get(y, x));
      }
    }
    out.write(text.append('\n').toString().getBytes(StandardCharsets.ISO_8859_1));
    return Optional.empty();
  }
}
