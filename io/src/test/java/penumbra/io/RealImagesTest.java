package penumbra.io;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import penumbra.core.Radiograph;

class RealImagesTest {
  /// The hashes are those of the pixels as Pillow reads them (libjpeg for the JPEG).
  @ParameterizedTest
  @CsvSource({
    "kermany/IM-0115-0001.jpeg, 930, 1568, 97e4ad3f63b56b98",
    "nih/00000011_000.png, 1024, 1024, 62c480966108257c",
    "nih/00000011_001.png, 1024, 1024, fb09c2c052e7ef89",
    "nih/00000011_002.png, 1024, 1024, 4483cab7ad8d5f60",
    "nih/00000011_003.png, 1024, 1024, d228e68a5e93b80d",
    "nih/00000011_004.png, 1024, 1024, f324f424319ba065"
  })
  void pixelsAreThoseOfTheReferenceReaders(String name, int height, int width, String sha)
      throws Exception {
    Radiograph read = ImageFiles.read(Samples.real(name));
    assertThat(read.pixels().shape()).containsExactly(height, width);
    assertThat(Samples.sha(read.pixels().toBytes())).isEqualTo(sha);
    assertThat(read.decodingSteps()).hasSize(1);
  }
}
