package penumbra.io.gif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import penumbra.core.DType;
import penumbra.core.NdArray;
import penumbra.io.Samples;

class GifTest {
  @TempDir Path folder;

  private record Frame(BufferedImage image, int delay) {}

  private static List<Frame> play(byte[] gif) throws Exception {
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(gif)));
    List<Frame> frames = new ArrayList<>();
    for (int i = 0; i < reader.getNumImages(true); i++) {
      var tree =
          (IIOMetadataNode) reader.getImageMetadata(i).getAsTree("javax_imageio_gif_image_1.0");
      var control = (IIOMetadataNode) tree.getElementsByTagName("GraphicControlExtension").item(0);
      int delay = Integer.parseInt(control.getAttribute("delayTime"));
      frames.add(new Frame(reader.read(i), delay));
    }
    return frames;
  }

  /// The mean square difference over all bands.
  private static double error(NdArray expected, BufferedImage image) {
    int bands = expected.rank() == 2 ? 1 : 3;
    double[] values = expected.toDoubles();
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      int pixel = i / bands;
      int rgb = image.getRGB(pixel % image.getWidth(), pixel / image.getWidth());
      double away = values[i] - (rgb >> (16 - 8 * (i % bands)) & 0xFF);
      sum += away * away;
    }
    return sum / values.length;
  }

  @Test
  void greyFramesAreExactAtEverySize() throws Exception {
    for (int[] size : new int[][] {{1, 1}, {1, 7}, {9, 1}, {70, 61}, {300, 400}}) {
      NdArray noise = Samples.noise(1, DType.UINT8, size);
      NdArray flat = NdArray.ofUint8(new byte[size[0] * size[1]], size);
      List<Frame> frames = play(Gif.encode(List.of(noise, flat, noise), 1));
      assertThat(frames).hasSize(3);
      assertThat(error(noise, frames.get(0).image)).isZero();
      assertThat(error(flat, frames.get(1).image)).isZero();
      assertThat(error(noise, frames.get(2).image)).isZero();
    }
  }

  @Test
  void longRunsAndSlowGrowthKeepTheCodesInStep() throws Exception {
    // Runs of every length make strings of every length, through several fresh tables.
    byte[] runs = new byte[500 * 500];
    int value = 0;
    int left = 0;
    int next = 1;
    for (int i = 0; i < runs.length; i++) {
      if (left-- == 0) {
        value = (value * 31 + 7) & 0xFF;
        left = next++ % 700;
      }
      runs[i] = (byte) value;
    }
    NdArray array = NdArray.ofUint8(runs, 500, 500);
    assertThat(error(array, play(Gif.encode(List.of(array), 1)).getFirst().image)).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 17, 255, 256})
  void framesOfFewColoursAreExact(int colours) throws Exception {
    byte[] table = Samples.bytes(2, 3 * colours);
    byte[] order = Samples.bytes(3, 40 * 50);
    byte[] pixels = new byte[3 * order.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = table[(order[i / 3] & 0xFF) % colours * 3 + i % 3];
    }
    NdArray frame = NdArray.ofUint8(pixels, 40, 50, 3);
    assertThat(error(frame, play(Gif.encode(List.of(frame), 1)).getFirst().image)).isZero();
  }

  @Test
  void framesOfManyColoursAreShownClosely() throws Exception {
    NdArray waves = Samples.waves(150, 160, 3);
    double error = error(waves, play(Gif.encode(List.of(waves), 1)).getFirst().image);
    // Median cut and maximum coverage as Pillow has them leave 16.0 and 12.9 of this picture.
    assertThat(error).isBetween(0.1, 12.9);
  }

  @Test
  void greyAndColourFramesMayBeMixed() throws Exception {
    NdArray grey = Samples.noise(4, DType.UINT8, 20, 30);
    NdArray colour = Samples.waves(20, 30, 3);
    List<Frame> frames = play(Gif.encode(List.of(grey, colour, grey), 2));
    assertThat(error(grey, frames.get(0).image)).isZero();
    assertThat(error(colour, frames.get(1).image)).isLessThan(12.9);
    assertThat(error(grey, frames.get(2).image)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"1, 100 100 100 100", "50, 2 2 2 2", "30, 3 4 3 3", "0.5, 200 200 200 200"})
  void delaysAddUpToTheFrameRate(double rate, String delays) throws Exception {
    NdArray frame = Samples.noise(5, DType.UINT8, 2, 2);
    List<Frame> frames = play(Gif.encode(List.of(frame, frame, frame, frame), rate));
    assertThat(frames.stream().map(Frame::delay).map(String::valueOf).toList())
        .isEqualTo(List.of(delays.split(" ", -1)));
  }

  @Test
  void itLoopsForEverAndIsWrittenTheSameEachTime() throws Exception {
    List<NdArray> frames = List.of(Samples.waves(30, 20, 3), Samples.noise(6, DType.UINT8, 30, 20));
    Gif.write(frames, 1, folder.resolve("a.gif"));
    byte[] bytes = Files.readAllBytes(folder.resolve("a.gif"));
    assertThat(bytes).isEqualTo(Gif.encode(frames, 1));
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    assertThat(text).startsWith("GIF89a").contains("NETSCAPE2.0\3\1\0\0\0");
  }

  @Test
  void badFramesAndRatesAreRefused() {
    NdArray frame = Samples.noise(7, DType.UINT8, 2, 3);
    assertThatThrownBy(() -> Gif.encode(List.of(frame), 60))
        .hasMessage(
            "the frames per second of a GIF must be from 0.002 to 50.0, but is 60.0; 1 shows each"
                + " picture for a second");
    assertThatThrownBy(() -> Gif.encode(List.of(frame), Double.NaN)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> Gif.encode(List.of(), 1))
        .hasMessage("a GIF must have a frame, but is empty; give at least one picture");
    assertThatThrownBy(() -> Gif.encode(List.of(frame, Samples.waves(3, 2, 3)), 1))
        .hasMessage(
            "the frames of a GIF must all have the first one's size (2, 3), but is (3, 2); bring"
                + " them to one size with Frames.fit");
    assertThatThrownBy(() -> Gif.encode(List.of(Samples.noise(8, DType.FLOAT32, 2, 3)), 1))
        .hasMessage(
            "a frame of a GIF must be (height, width) or (height, width, 3) uint8, but is (2, 3)"
                + " float32; normalise it to 0..255 or apply a colormap");
  }
}
