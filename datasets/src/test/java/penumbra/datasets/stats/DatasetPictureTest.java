package penumbra.datasets.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.core.Execution;
import penumbra.core.NdArray;
import penumbra.io.ImageFiles;

class DatasetPictureTest {
  @TempDir private Path folder;

  private DatasetPicture written(String name, NdArray array) throws IOException {
    Path file = folder.resolve(name);
    ImageFiles.write(array, file);
    return DatasetPicture.read(file, Execution.ofThreads(2));
  }

  @Test
  void sixteenBitsBecomeEightOverTheirWholeRange() throws IOException {
    short[] values = {0, 257, (short) 65535, (short) 32896};
    DatasetPicture picture = written("deep.png", NdArray.ofUint16(values, 2, 2));
    assertThat(picture.levels(Execution.ofThreads(2)).toBytes()).containsExactly(0, 1, 255, 128);
  }

  @Test
  void otherValuesBecomeEightBitsFromTheirSmallestToTheirLargest() throws IOException {
    DatasetPicture picture =
        written("real.npy", NdArray.ofFloat32(new float[] {-1, 0, 1, Float.NaN}, 2, 2));
    assertThat(picture.levels(Execution.ofThreads(2)).toBytes()).containsExactly(0, 128, 255, 0);
  }

  @Test
  void ofAVolumeTheFirstPictureCounts() throws IOException {
    byte[] values = {1, 2, 3, 4, 5, 6, 7, 8};
    DatasetPicture picture = written("volume.npy", NdArray.ofUint8(values, 2, 2, 2));
    assertThat(picture.levels(Execution.ofThreads(2)).toBytes()).containsExactly(1, 2, 3, 4);
  }
}
