package penumbra.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import penumbra.core.DType;
import penumbra.core.NdArray;
import penumbra.core.Radiograph;
import penumbra.io.format.OutputVariant;
import penumbra.io.format.PngCompression;
import penumbra.io.format.WriteOptions;
import penumbra.io.jpeg.Jpeg;
import penumbra.io.pixel.BufferedImages;
import penumbra.io.png.Png;

/// A stream is given the bytes that a file has, in every form and of every type.
class WriteStreamsTest {
  @TempDir Path folder;

  /// An output that tells whether it was closed.
  private static final class Out extends ByteArrayOutputStream {
    private boolean closed;

    @Override
    public void close() {
      closed = true;
    }
  }

  private static boolean holds(OutputVariant form, DType type) {
    return switch (form.depth()) {
      case EIGHT_BITS -> type == DType.UINT8;
      case SIXTEEN_BITS -> type == DType.UINT8 || type == DType.UINT16;
      case SCALED_VALUES, ALL_VALUES -> true;
    };
  }

  @ParameterizedTest
  @EnumSource(DType.class)
  void aStreamIsGivenTheBytesOfAFile(DType type) throws Exception {
    NdArray pixels = Samples.noise(3, type, 31, 17);
    Radiograph image = new Radiograph(pixels, "a", List.of(), List.of(0.5, 0.25), Optional.empty());
    for (OutputVariant form : ImageFormats.forms()) {
      if (!holds(form, type)) {
        assertThatThrownBy(() -> ImageFiles.write(image, new Out(), form.name()))
            .as("%s as %s", type, form)
            .isInstanceOf(IllegalArgumentException.class);
        continue;
      }
      for (String ending : form.extensions()) {
        Path file = folder.resolve("a." + ending);
        ImageFiles.write(image, file);
        var out = new Out();
        ImageFiles.write(image, out, ending);
        assertThat(out.toByteArray()).as(ending).isEqualTo(Files.readAllBytes(file));
        assertThat(out.closed).isFalse();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(DType.class)
  void whatAStreamWasGivenIsReadAgain(DType type) throws Exception {
    NdArray pixels = Samples.noise(4, type, 19, 23);
    for (OutputVariant form : ImageFormats.forms()) {
      boolean exact = !List.of("jpg", "gif").contains(form.name());
      if (exact && holds(form, type)) {
        var out = new Out();
        ImageFiles.write(new Radiograph(pixels, "", List.of()), out, form.name());
        NdArray read = ImageFiles.read(out.toByteArray()).pixels();
        boolean half = type == DType.FLOAT16 && form.name().startsWith("nii");
        NdArray meant = half ? pixels.as(DType.FLOAT32) : pixels;
        assertThat(read.sameBits(meant)).as("%s as %s", type, form.name()).isTrue();
      }
    }
  }

  @Test
  void optionsCountForTheFormatThatKnowsThem() throws Exception {
    Radiograph image = new Radiograph(Samples.waves(64, 64, 1), "", List.of());
    var rough = new Out();
    ImageFiles.write(image, rough, "jpg", WriteOptions.standard().withQuality(20));
    assertThat(rough.toByteArray()).isEqualTo(Jpeg.encode(image.pixels(), 20));
    var small = new Out();
    WriteOptions options = WriteOptions.standard().withCompression(PngCompression.SMALL);
    ImageFiles.write(image, small, "png", options);
    assertThat(small.toByteArray()).isEqualTo(Png.encode(image.pixels(), PngCompression.SMALL));
  }

  @Test
  void aPictureIsAGifOfOneFrame() throws Exception {
    NdArray picture = Samples.waves(20, 30, 1);
    Path file = folder.resolve("a.gif");
    ImageFiles.write(picture, file);
    NdArray back = BufferedImages.toArray(javax.imageio.ImageIO.read(file.toFile()));
    assertThat(back.sameBits(picture)).isTrue();
    assertThatThrownBy(() -> ImageFiles.read(file))
        .hasMessageEndingWith("but is a GIF file; convert it to one of these");
  }

  @Test
  void aFormatThatIsNotWrittenIsRefused() {
    Radiograph image = new Radiograph(Samples.waves(4, 4, 1), "", List.of());
    var out = new Out();
    assertThatThrownBy(() -> ImageFiles.write(image, out, "npz"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the format must be one that is written, png, jpg, jpeg, npy, tif, tiff, nii, nii.gz,"
                + " pgm, ppm or gif, but is 'npz'; name one of these");
    assertThat(out.size()).isZero();
  }
}
