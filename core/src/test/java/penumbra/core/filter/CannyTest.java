package penumbra.core.filter;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.core.DType;
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
                  + " but is (46341, 46341); trace it in parts");
    }
  }
}
