package penumbra.io.jpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import penumbra.core.DType;
import penumbra.core.NdArray;
import penumbra.io.Samples;
import penumbra.io.pixel.Decoder;

class FastJpegTest {
  private static final Path FILE = Path.of("scan.jpg");
  private static final int[][] SHAPES = {
    {1, 1}, {7, 9}, {8, 8}, {9, 7}, {16, 17}, {64, 63}, {133, 200}, {17, 1000}, {300, 300}
  };

  private static TurboJpeg turbo() {
    FastJpeg.Choice choice = FastJpeg.choose(FastJpeg.ASKED, FastJpeg.LIBRARY);
    Assumptions.assumeTrue(
        choice.library().isPresent(),
        "needs libjpeg-turbo (apt-get install libturbojpeg0): " + choice.reason());
    return choice.library().orElseThrow();
  }

  private static byte[] byTheJdk(JpegSegments segments) throws Exception {
    var buffer = (DataBufferByte) Decoder.jpeg(FILE, segments.bare()).getDataBuffer();
    return buffer.getData();
  }

  private static NdArray checks(int height, int width) {
    byte[] values = new byte[height * width];
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) ((i / width / 4 + i % width / 3) % 2 == 0 ? 0 : 255);
    }
    return NdArray.ofUint8(values, height, width);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 10, 25, 50, 75, 90, 95, 100})
  void soundPicturesHaveTheSamplesOfTheJdk(int quality) throws Exception {
    TurboJpeg turbo = turbo();
    for (int[] shape : SHAPES) {
      for (NdArray picture :
          new NdArray[] {
            Samples.noise(quality, DType.UINT8, shape),
            Samples.waves(shape[0], shape[1], 1),
            checks(shape[0], shape[1])
          }) {
        var segments = JpegSegments.parse(FILE, Jpeg.encode(picture, quality));
        assertThat(FastJpeg.decode(turbo, segments))
            .hasValueSatisfying(samples ->
                assertThat(samples)
                    .as("%s at quality %d", Arrays.toString(shape), quality)
                    .isEqualTo(expected(segments)));
      }
    }
  }

  private static byte[] expected(JpegSegments segments) {
    try {
      return byTheJdk(segments);
    } catch (Exception broken) {
      throw new IllegalStateException(broken);
    }
  }

  @Test
  void dataThatEndsEarlyIsLeftToTheJdk() throws Exception {
    TurboJpeg turbo = turbo();
    byte[] whole = Jpeg.encode(Samples.noise(1, DType.UINT8, 64, 64), 80);
    byte[] cut = Arrays.copyOf(whole, whole.length / 2);
    cut[cut.length - 3] = 0;
    cut[cut.length - 2] = (byte) 0xFF;
    cut[cut.length - 1] = (byte) 0xD9;
    assertThat(FastJpeg.decode(turbo, JpegSegments.parse(FILE, cut))).isEmpty();
  }

  @Test
  void whatIsNotPlainGreyIsLeftToTheJdk() throws Exception {
    byte[] grey = Jpeg.encode(Samples.waves(20, 30, 1), 80);
    assertThat(JpegSegments.parse(FILE, grey).isPlainGrey()).isTrue();
    byte[] colour = Jpeg.encode(Samples.waves(20, 30, 3), 80);
    assertThat(JpegSegments.parse(FILE, colour).isPlainGrey()).isFalse();
    assertThat(JpegSegments.parse(FILE, progressive(grey)).isPlainGrey()).isFalse();
    byte[] restarting = JpegSegments.parse(FILE, grey).withUnusedRestarts();
    assertThat(JpegSegments.parse(FILE, restarting).isPlainGrey()).isFalse();
    byte[] vast = grey.clone();
    int frame = place(vast, 0xC0);
    vast[frame + 5] = 0x10;
    vast[frame + 7] = 0x10;
    assertThat(JpegSegments.parse(FILE, vast).isPlainGrey()).isFalse();
  }

  private static int place(byte[] jpeg, int marker) {
    int at = 0;
    while ((jpeg[at] & 0xFF) != 0xFF || (jpeg[at + 1] & 0xFF) != marker) {
      at++;
    }
    return at;
  }

  private static byte[] progressive(byte[] jpeg) throws Exception {
    var out = new java.io.ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (var stream = new MemoryCacheImageOutputStream(out)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      writer.setOutput(stream);
      writer.write(
          null, new IIOImage(ImageIO.read(new ByteArrayInputStream(jpeg)), null, null), param);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  @Test
  void anUnusedRestartIntervalChangesNoSample() throws Exception {
    byte[] noise = new byte[40 * 50];
    new Random(1).nextBytes(noise);
    byte[] jpeg = Jpeg.encode(NdArray.ofUint8(noise, 40, 50), 90);
    var segments = JpegSegments.parse(FILE, jpeg);
    byte[] more = segments.withUnusedRestarts();
    assertThat(more).hasSize(segments.bare().length + 6);
    assertThat(byTheJdk(JpegSegments.parse(FILE, more))).isEqualTo(byTheJdk(segments));
  }

  @Test
  void theKnownPictureIsTheOneThatIsKnown() throws Exception {
    var sum = new CRC32();
    sum.update(byTheJdk(JpegSegments.parse(FILE, KnownJpeg.bytes())));
    assertThat(sum.getValue()).isEqualTo(KnownJpeg.SUM);
  }

  @Test
  void whyItIsNotUsedIsSaid() {
    assertThat(FastJpeg.choose("", FastJpeg.LIBRARY))
        .isEqualTo(new FastJpeg.Choice(Optional.empty(), "for PENUMBRA_JPEG=turbo is not set"));
    assertThat(FastJpeg.choose(FastJpeg.ASKED, "libnone.so.0"))
        .isEqualTo(
            new FastJpeg.Choice(
                Optional.empty(), "for there is no libnone.so.0 that can be loaded"));
    assertThat(Jpeg.decoder()).isEqualTo("javax.imageio; for PENUMBRA_JPEG=turbo is not set");
  }
}
