package penumbra.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;

final class ChestPhantomTest {
  private static final int HEIGHT = 150;
  private static final int WIDTH = 190;

  @Test
  void oneThreadAndThreeGiveTheSameBits() {
    PhantomImage one = image(5, true, 1);
    PhantomImage three = image(5, true, 3);
    assertThat(one.display().sameBits(three.display())).isTrue();
    assertThat(one.display16().sameBits(three.display16())).isTrue();
    assertThat(one.attenuation().sameBits(three.attenuation())).isTrue();
    assertThat(one.lungMask().sameBits(three.lungMask())).isTrue();
    assertThat(one.opacityMask().sameBits(three.opacityMask())).isTrue();
    assertThat(one.edges().sameBits(three.edges())).isTrue();
  }

  @Test
  void everyMachineGetsThesePixels() {
    CRC32 sum = new CRC32();
    sum.update(image(5, true, 2).display16().toBytes());
    assertThat(Long.toHexString(sum.getValue())).isEqualTo("77ec0d0f");
  }

  @Test
  void anotherSeedIsAnotherPatient() {
    NdArray one = image(1, false, 1).attenuation();
    NdArray other = image(2, false, 1).attenuation();
    assertThat(one.sameBits(other)).isFalse();
    assertThat(difference(one, other)).isGreaterThan(0.05);
  }

  @Test
  void allArraysHaveThePicturesShapeAndTheirTypes() {
    PhantomImage image = image(3, true, 2);
    for (NdArray array :
        new NdArray[] {image.display(), image.lungMask(), image.opacityMask(), image.edges()}) {
      assertThat(array.shape()).containsExactly(HEIGHT, WIDTH);
      assertThat(array.type()).isEqualTo(DType.UINT8);
    }
    assertThat(image.display16().type()).isEqualTo(DType.UINT16);
    assertThat(image.attenuation().type()).isEqualTo(DType.FLOAT32);
  }

  @Test
  void theLungFieldsAreDarkerThanWhatLiesBetweenThem() {
    for (int seed = 1; seed <= 6; seed++) {
      PhantomImage image = image(seed, false, 2);
      assertThat(lungsAgainstMiddle(image.attenuation(), image.lungMask()))
          .as("attenuation, seed %s", seed)
          .isLessThan(0.75);
      assertThat(lungsAgainstMiddle(image.display(), image.lungMask()))
          .as("grey value, seed %s", seed)
          .isLessThan(0.6);
    }
  }

  @Test
  void theLungFieldsFillAGoodPartOfThePicture() {
    for (int seed = 1; seed <= 6; seed++) {
      double share = share(image(seed, false, 2).lungMask());
      assertThat(share).as("seed %s", seed).isBetween(0.15, 0.45);
    }
  }

  @Test
  void opacitiesLieInTheLungFieldsAndAddAttenuationThere() {
    for (int seed = 1; seed <= 6; seed++) {
      PhantomImage ill = image(seed, true, 2);
      PhantomImage well = image(seed, false, 2);
      double[] opacity = ill.opacityMask().toDoubles();
      double[] lungs = ill.lungMask().toDoubles();
      double[] with = ill.attenuation().toDoubles();
      double[] without = well.attenuation().toDoubles();
      int count = 0;
      for (int i = 0; i < opacity.length; i++) {
        if (opacity[i] != 0) {
          count++;
          assertThat(lungs[i]).isEqualTo(255);
          assertThat(with[i] - without[i]).isGreaterThan(0.059);
        }
      }
      assertThat(count).as("seed %s", seed).isGreaterThan(50);
      assertThat(share(well.opacityMask())).isZero();
      assertThat(ill.lungMask().sameBits(well.lungMask())).isTrue();
    }
  }

  @Test
  void theGreyScaleIsUsedFromBlackToWhite() {
    double[] grey = image(4, false, 2).display().toDoubles();
    java.util.Arrays.sort(grey);
    assertThat(grey[grey.length / 100]).isLessThan(60);
    assertThat(grey[grey.length * 99 / 100]).isBetween(190.0, 254.0);
  }

  @Test
  void sizesOutOfRangeAreRefused() {
    assertThatThrownBy(() -> new ChestPhantom(1, 63, 100, false))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("height must be from 64 to 8192, but is 63; 1000 to 1500 is usual");
    assertThatThrownBy(() -> new ChestPhantom(1, 100, 8193, false))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("width must be from 64 to 8192, but is 8193; 1000 to 1500 is usual");
  }

  private static PhantomImage image(long seed, boolean pneumonia, int threads) {
    return new ChestPhantom(seed, HEIGHT, WIDTH, pneumonia).render(Execution.ofThreads(threads));
  }

  /// The mean in the lung fields over the mean between the two, row by row.
  private static double lungsAgainstMiddle(NdArray values, NdArray mask) {
    double[] value = values.toDoubles();
    double[] lung = mask.toDoubles();
    double inLungs = 0;
    double between = 0;
    int lungCount = 0;
    int betweenCount = 0;
    for (int i = 0; i < value.length; i++) {
      int column = i % WIDTH;
      if (lung[i] != 0) {
        inLungs += value[i];
        lungCount++;
      } else if (Math.abs(column - WIDTH / 2) < WIDTH / 24
          && Math.abs(i / WIDTH - HEIGHT / 2) < 20) {
        between += value[i];
        betweenCount++;
      }
    }
    return inLungs / lungCount / (between / betweenCount);
  }

  private static double share(NdArray mask) {
    double sum = 0;
    for (double value : mask.toDoubles()) {
      sum += value / 255;
    }
    return sum / mask.size();
  }

  private static double difference(NdArray one, NdArray other) {
    double[] a = one.toDoubles();
    double[] b = other.toDoubles();
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.abs(a[i] - b[i]);
    }
    return sum / a.length;
  }
}
