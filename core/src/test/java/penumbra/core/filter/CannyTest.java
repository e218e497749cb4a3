package penumbra.core.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;

class CannyTest {
  @Test
  void anImageBeyondTheReachOfAJavaArrayIsRefusedBeforeItIsRead(@TempDir Path folder)
      throws IOException {
    int side = 46_341; // its square is just above 2^31
    try (Arena arena = Arena.ofConfined();
        FileChannel sparse =
            FileChannel.open(
                folder.resolve("sparse"),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
      var storage = sparse.map(FileChannel.MapMode.READ_WRITE, 0, (long) side * side, arena);
      NdArray image = NdArray.of(DType.UINT8, storage, side, side);
      assertThatThrownBy(() -> Canny.of(50, 100).apply(image))
          .isInstanceOf(InvalidInputException.class)
          .hasMessage(
              "an image whose edges are traced must have fewer than 2^31 pixels with its border,"
                  + " rows rounded up to 64, but is (46341, 46341); trace it in parts");
    }
  }

  @Test
  void aWeakEdgeIsFollowedThroughTheStripsOfAllThreads() {
    // A band that winds up and down the image; its border is brighter in one place.
    int height = 300;
    int width = 150;
    byte[] pixels = new byte[height * width];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int column = x % 40;
        boolean crosses = x / 40 % 2 == 0 ? y > height - 20 : y < 20;
        pixels[y * width + x] = (byte) (column < 20 || (crosses && x < 140) ? 30 : 0);
      }
    }
    for (int y = 150; y < 154; y++) {
      pixels[y * width + 19] = 70;
    }
    NdArray image = NdArray.ofUint8(pixels, height, width);
    Canny canny = Canny.of(50, 140).withSigma(0);
    NdArray alone = canny.apply(image, Execution.ofThreads(1));
    for (int threads : new int[] {2, 3, 7}) {
      NdArray shared = canny.apply(image, Execution.ofThreads(threads));
      assertThat(shared.toBytes()).isEqualTo(alone.toBytes());
    }
    NdArray anyRidge = Canny.of(50, 50).withSigma(0).apply(image, Execution.ofThreads(1));
    long edges = count(alone);
    assertThat(edges).isGreaterThan(height).isLessThanOrEqualTo(count(anyRidge));
  }

  private static long count(NdArray edges) {
    long count = 0;
    for (byte edge : edges.toBytes()) {
      count += edge == 0 ? 0 : 1;
    }
    return count;
  }
}
