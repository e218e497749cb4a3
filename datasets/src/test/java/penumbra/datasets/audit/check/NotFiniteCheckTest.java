package penumbra.datasets.audit.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.core.Execution;
import penumbra.core.NdArray;
import penumbra.datasets.audit.measure.AuditSet;
import penumbra.datasets.audit.measure.AuditedImage;
import penumbra.datasets.audit.measure.Expectation;
import penumbra.io.ImageFiles;
import penumbra.io.dataset.Dataset;
import penumbra.io.dataset.DatasetImage;

class NotFiniteCheckTest {
  private static final int SIDE = 32;

  @TempDir private Path folder;

  private void image(String name, float... odd) throws IOException {
    float[] values = new float[SIDE * SIDE];
    for (int i = 0; i < values.length; i++) {
      values[i] = i < odd.length ? odd[i] : i % 37;
    }
    ImageFiles.write(NdArray.ofFloat32(values, SIDE, SIDE), folder.resolve("NORMAL").resolve(name));
  }

  @Test
  void imagesWithInfiniteValuesAreFoundAndOnlyThese() throws IOException {
    Files.createDirectories(folder.resolve("NORMAL"));
    image("sound.tif");
    image("logarithm.tif", Float.POSITIVE_INFINITY, Float.NaN);

    Execution alone = Execution.ofThreads(1);
    Dataset set = Dataset.list(folder);
    List<AuditedImage> images = new ArrayList<>();
    for (DatasetImage image : set.images()) {
      images.add(AuditedImage.of(image, set.root(), alone));
    }
    List<Finding> findings =
        new NotFiniteCheck()
            .findings(new AuditSet(set, images, List.of(), Expectation.none(), alone));

    assertThat(findings).hasSize(1);
    assertThat(findings.getFirst().files()).containsExactly("NORMAL/logarithm.tif");
    assertThat(findings.getFirst().text())
        .isEqualTo("2 of its values are infinite or not numbers.");
  }
}
