package penumbra.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RepairedChecksumsTest {
  @Test
  void soundFilesStayAsTheyAre() throws IOException {
    byte[] png = seed("png/chunks.png");
    assertThat(RepairedChecksums.pngOf(png)).isEqualTo(png);
    byte[] tar = seed("tar/pax.tar");
    assertThat(RepairedChecksums.tarOf(tar)).isEqualTo(tar);
  }

  @Test
  void sumsThatWereChangedAreMadeRight() throws IOException {
    byte[] png = seed("png/chunks.png");
    byte[] damaged = png.clone();
    damaged[29] ^= 1; // the header's sum
    assertThat(RepairedChecksums.pngOf(damaged)).isEqualTo(png);
    byte[] tar = seed("tar/ustar.tar");
    damaged = tar.clone();
    damaged[148] = '7';
    assertThat(RepairedChecksums.tarOf(damaged)).isEqualTo(tar);
  }

  @Test
  void whatIsNoFileAtAllIsLeftAlone() {
    assertThat(RepairedChecksums.pngOf(new byte[3])).isEqualTo(new byte[3]);
    assertThat(RepairedChecksums.tarOf(new byte[3])).isEqualTo(new byte[3]);
  }

  private static byte[] seed(String name) throws IOException {
    return Files.readAllBytes(Path.of("corpus").resolve(name));
  }
}
