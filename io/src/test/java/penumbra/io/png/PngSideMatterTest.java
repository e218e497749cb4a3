package penumbra.io.png;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import penumbra.core.NdArray;
import penumbra.core.Radiograph;
import penumbra.io.ImageFiles;
import penumbra.io.Samples;
import penumbra.io.format.PngCompression;
import penumbra.io.format.UnreadableFileException;

/// Chunks with a wrong CRC: those that a picture can do without are passed over with a note.
class PngSideMatterTest {
  private static final NdArray PICTURE = Samples.waves(9, 13, 1);
  private static final int BEHIND_HEADER = 8 + 25;

  private static byte[] withBentChunk(String name) {
    byte[] plain = Png.encode(PICTURE, PngCompression.FAST);
    var chunk = new ByteArrayOutputStream();
    Png.chunk(chunk, name, new byte[] {1, 2, 3, 4, 5, 6, 7});
    byte[] bent = chunk.toByteArray();
    bent[bent.length - 1] ^= 1;
    var file = new ByteArrayOutputStream();
    file.write(plain, 0, BEHIND_HEADER);
    file.writeBytes(bent);
    file.write(plain, BEHIND_HEADER, plain.length - BEHIND_HEADER);
    return file.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tEXt", "zTXt", "iTXt", "tIME", "gAMA", "pHYs", "cHRM", "sRGB", "iCCP", "eXIf", "tRNS",
        "prIv"
      })
  void sideMatterIsPassedOverWithANote(String name) throws Exception {
    Radiograph read = ImageFiles.read(withBentChunk(name));
    assertThat(read.pixels().sameBits(PICTURE)).isTrue();
    assertThat(read.decodingSteps())
        .contains(
            "Note: Passed over the chunk " + name + " at byte 33, which is damaged (wrong CRC).");
  }

  @ParameterizedTest
  @ValueSource(strings = {"IDAT", "PLTE", "IHDR", "IEND", "CgBI", "\u00e4bcd", "a1cd"})
  void whatAPictureNeedsIsAnError(String name) {
    byte[] file = withBentChunk(name.replace("\u00e4", "a").equals(name) ? name : "1bcd");
    assertThatThrownBy(() -> ImageFiles.read(file))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("is damaged (wrong CRC)");
  }

  @Test
  void aBentHeaderIsAnError() {
    byte[] file = Png.encode(PICTURE, PngCompression.FAST);
    int type = new String(file, StandardCharsets.ISO_8859_1).indexOf("IHDR");
    file[type + 4 + 13] ^= 1;
    assertThatThrownBy(() -> ImageFiles.read(file)).hasMessageContaining("chunk IHDR at byte 8");
  }
}
