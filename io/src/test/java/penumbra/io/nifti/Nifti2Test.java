package penumbra.io.nifti;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import penumbra.core.DType;
import penumbra.core.NdArray;
import penumbra.core.PatientPosition;
import penumbra.core.Radiograph;
import penumbra.io.ImageFiles;
import penumbra.io.Samples;
import penumbra.io.format.ReadOptions;
import penumbra.io.format.UnreadableFileException;

/// NIfTI-2, made here of NIfTI-1 by moving its fields.
class Nifti2Test {
  private static final NdArray VOLUME = Samples.noise(7, DType.INT16, 3, 4, 5);

  private static byte[] first() throws Exception {
    var place =
        new PatientPosition(
            new PatientPosition.Vector(-10, 20, 30),
            new PatientPosition.Vector(0, 0, 2),
            new PatientPosition.Vector(0, 0.75, 0),
            new PatientPosition.Vector(0.5, 0, 0));
    var image =
        new Radiograph(
            VOLUME, "a", List.of(), List.of(2.0, 0.75, 0.5), Optional.empty(), Optional.of(place));
    var out = new java.io.ByteArrayOutputStream();
    Nifti.write(image, false, out);
    return out.toByteArray();
  }

  private static byte[] second(byte[] first, ByteOrder order, boolean matrix) {
    ByteBuffer one = ByteBuffer.wrap(first).order(ByteOrder.LITTLE_ENDIAN);
    ByteBuffer two = ByteBuffer.allocate(544 + first.length - 352).order(order);
    two.putInt(0, 540).put(4, new byte[] {'n', '+', '2', 0, '\r', '\n', 0x1a, '\n'});
    two.putShort(12, one.getShort(70)).putShort(14, one.getShort(72));
    for (int i = 0; i < 8; i++) {
      two.putLong(16 + 8 * i, one.getShort(40 + 2 * i));
      two.putDouble(104 + 8 * i, one.getFloat(76 + 4 * i));
    }
    two.putLong(168, 544).putDouble(176, 1);
    two.putInt(344, one.getShort(252)).putInt(348, matrix ? one.getShort(254) : 0);
    for (int i = 0; i < 6; i++) {
      two.putDouble(352 + 8 * i, one.getFloat(256 + 4 * i));
    }
    for (int i = 0; i < 12; i++) {
      two.putDouble(400 + 8 * i, one.getFloat(280 + 4 * i));
    }
    two.putInt(500, one.get(123));
    for (int at = 352; at < first.length; at += 2) {
      two.putShort(544 + at - 352, one.getShort(at));
    }
    return two.array();
  }

  @Test
  void valuesSpacingAndPlaceAreThoseOfNifti1() throws Exception {
    Radiograph one = ImageFiles.readAny(source(first()), ReadOptions.standard());
    for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
      for (boolean matrix : new boolean[] {true, false}) {
        byte[] file = second(first(), order, matrix);
        Radiograph two = ImageFiles.readAny(source(file), ReadOptions.standard());
        assertThat(two.pixels().sameBits(VOLUME)).isTrue();
        assertThat(two.spacing()).isEqualTo(one.spacing());
        PatientPosition place = two.placement().orElseThrow();
        assertThat(place.origin()).isEqualTo(one.placement().orElseThrow().origin());
        assertThat(place.slice().z()).isEqualTo(2.0);
        assertThat(two.decodingSteps().getFirst()).startsWith("Read NIfTI-2, (3, 4, 5) int16");
      }
    }
  }

  private static penumbra.io.format.ImageSource source(byte[] bytes) {
    return penumbra.io.format.ImageSource.of(bytes, "a.nii");
  }

  @Test
  void whatMakesNoSenseIsRefused() throws Exception {
    byte[] ascii = second(first(), ByteOrder.LITTLE_ENDIAN, true);
    ascii[8] = '\n';
    assertThatThrownBy(() -> ImageFiles.readAny(source(ascii), ReadOptions.standard()))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("other line ends");
    byte[] vast = second(first(), ByteOrder.LITTLE_ENDIAN, true);
    ByteBuffer.wrap(vast).order(ByteOrder.LITTLE_ENDIAN).putLong(24, 1L << 40);
    assertThatThrownBy(() -> ImageFiles.readAny(source(vast), ReadOptions.standard()))
        .hasMessageContaining("must have axes below 2^31");
    byte[] pair = second(first(), ByteOrder.LITTLE_ENDIAN, true);
    pair[5] = 'i';
    assertThatThrownBy(() -> ImageFiles.readAny(source(pair), ReadOptions.standard()))
        .hasMessageContaining("is the header of a pair");
  }
}
