package penumbra.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import penumbra.core.NdArray;
import penumbra.core.Radiograph;
import penumbra.io.format.ReadOptions;
import penumbra.io.jpeg.Jpeg;
import penumbra.io.png.Png;

/// One rule for JPEG, PNG and TIFF: the pixels are those of the file, and a step names an
/// orientation other than upright.
class OrientationTest {
  private static final NdArray PICTURE = Samples.waves(24, 40, 1);

  private static byte[] exif(ByteOrder order, int orientation) {
    ByteBuffer bytes = ByteBuffer.allocate(38).order(order);
    bytes.put((order == ByteOrder.BIG_ENDIAN ? "MM" : "II").getBytes(StandardCharsets.US_ASCII));
    bytes.putShort((short) 42).putInt(8).putShort((short) 2);
    bytes.putShort((short) 271).putShort((short) 2).putInt(2).putInt(0);
    bytes.putShort((short) 274).putShort((short) 3).putInt(1).putShort((short) orientation);
    return bytes.array();
  }

  private static byte[] jpeg(byte[] exif) throws Exception {
    byte[] plain = Jpeg.encode(PICTURE, 90);
    var file = new ByteArrayOutputStream();
    file.write(plain, 0, 2);
    file.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (8 + exif.length)});
    file.writeBytes("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
    file.writeBytes(exif);
    file.write(plain, 2, plain.length - 2);
    return file.toByteArray();
  }

  private static byte[] png(byte[] exif) throws Exception {
    byte[] plain = Png.encode(PICTURE, penumbra.io.format.PngCompression.FAST);
    var file = new ByteArrayOutputStream();
    int header = 8 + 25;
    file.write(plain, 0, header);
    Png.chunk(file, "eXIf", exif);
    file.write(plain, header, plain.length - header);
    return file.toByteArray();
  }

  private static byte[] tiff(ByteOrder order, int orientation) {
    byte[] pixels = PICTURE.toBytes();
    int[][] fields = {
      {256, 40},
      {257, 24},
      {258, 8},
      {259, 1},
      {262, 1},
      {273, 8 + 2 + 9 * 12 + 4},
      {274, orientation},
      {277, 1},
      {279, pixels.length}
    };
    ByteBuffer bytes =
        ByteBuffer.allocate(8 + 2 + fields.length * 12 + 4 + pixels.length).order(order);
    bytes.put((order == ByteOrder.BIG_ENDIAN ? "MM" : "II").getBytes(StandardCharsets.US_ASCII));
    bytes.putShort((short) 42).putInt(8).putShort((short) fields.length);
    for (int[] field : fields) {
      bytes.putShort((short) field[0]).putShort((short) 3).putInt(1);
      bytes.putShort((short) field[1]).putShort((short) 0);
    }
    return bytes.putInt(0).put(pixels).array();
  }

  @ParameterizedTest
  @CsvSource({
    "2, mirrored left to right",
    "3, turned by 180 degrees",
    "4, mirrored top to bottom",
    "5, mirrored left to right and turned by 270 degrees clockwise",
    "6, turned by 90 degrees clockwise",
    "7, mirrored left to right and turned by 90 degrees clockwise",
    "8, turned by 270 degrees clockwise",
    "1, ",
    "0, ",
    "9, "
  })
  void itIsToldAndNotApplied(int orientation, String turn) throws Exception {
    for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
      byte[] exif = exif(order, orientation);
      check("EXIF", orientation, turn, jpeg(exif), jpeg(new byte[0]));
      check("EXIF", orientation, turn, png(exif), png(new byte[0]));
      check("TIFF", orientation, turn, tiff(order, orientation), tiff(order, 1));
    }
  }

  private static void check(String where, int orientation, String turn, byte[] file, byte[] plain)
      throws Exception {
    Radiograph read = ImageFiles.read(file, "a", ReadOptions.standard());
    assertThat(read.pixels().sameBits(ImageFiles.read(plain).pixels())).isTrue();
    List<String> told =
        read.decodingSteps().stream().filter(step -> step.contains("orientation")).toList();
    if (turn == null) {
      assertThat(told).isEmpty();
    } else {
      assertThat(told)
          .containsExactly(
              "Note: "
                  + where
                  + " orientation "
                  + orientation
                  + " not applied; upright, the picture is "
                  + turn
                  + ".");
    }
  }
}
