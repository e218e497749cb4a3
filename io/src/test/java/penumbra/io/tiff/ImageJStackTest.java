package penumbra.io.tiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import penumbra.core.NdArray;
import penumbra.core.Radiograph;
import penumbra.io.ImageFiles;
import penumbra.io.format.ReadOptions;

/// Stacks with one directory, made here as ImageJ makes them.
class ImageJStackTest {
  private static final int HEIGHT = 3;
  private static final int WIDTH = 5;

  @TempDir Path folder;

  /// A file whose `planes` planes hold the numbers from 0 on.
  private static ByteBuffer stack(String said, ByteOrder order, int bits, int format, int planes) {
    return stack(said, order, bits, format, 1, planes, HEIGHT);
  }

  private static ByteBuffer stack(
      String said, ByteOrder order, int bits, int format, int samples, int planes, int height) {
    byte[] description = (said + "\0").getBytes(StandardCharsets.ISO_8859_1);
    int plane = height * WIDTH * bits / 8 * samples;
    int directory = 8;
    int text = directory + 2 + 10 * 12 + 4;
    int pixels = text + description.length;
    ByteBuffer file = ByteBuffer.allocate(pixels + plane * planes).order(order);
    file.put((order == ByteOrder.BIG_ENDIAN ? "MM" : "II").getBytes(StandardCharsets.US_ASCII));
    file.putShort((short) 42).putInt(directory).putShort((short) 10);
    int[][] fields = {
      {256, WIDTH},
      {257, height},
      {258, bits},
      {262, samples == 3 ? 2 : 1},
      {270, -1},
      {273, pixels},
      {277, samples},
      {278, height},
      {279, plane},
      {339, format}
    };
    for (int[] field : fields) {
      boolean isText = field[0] == 270;
      file.putShort((short) field[0]).putShort((short) (isText ? 2 : 4));
      file.putInt(isText ? description.length : 1).putInt(isText ? text : field[1]);
    }
    file.putInt(0).put(description);
    for (int i = 0; i < plane * planes / (bits / 8); i++) {
      switch (bits) {
        case 8 -> file.put((byte) i);
        case 16 -> file.putShort((short) i);
        default -> file.putFloat(i);
      }
    }
    return file.flip();
  }

  private Radiograph read(ByteBuffer file, ReadOptions options) throws Exception {
    byte[] bytes = new byte[file.capacity()];
    file.get(0, bytes);
    return ImageFiles.readAny(Files.write(folder.resolve("a.tif"), bytes), options);
  }

  @ParameterizedTest
  @CsvSource({
    "8, 1, 'images=4,slices=4', '(4, 3, 5) uint8'",
    "16, 1, 'images=4,frames=4', '(4, 3, 5) uint16'",
    "16, 1, 'images=4', '(4, 3, 5) uint16'",
    "16, 1, 'images=4,channels=2,slices=2', '(2, 2, 3, 5) uint16'",
    "32, 3, 'images=4,channels=2,frames=2', '(2, 2, 3, 5) float32'",
    "16, 1, 'images=4,channels=2,slices=2,order=zct', '(2, 2, 3, 5) uint16'",
    "16, 1, 'images=12,channels=2,slices=3,frames=2', '(2, 3, 2, 3, 5) uint16'",
    "16, 1, 'slices=4', '(4, 3, 5) uint16'"
  })
  void allPlanesAreRead(int bits, int format, String said, String shape) throws Exception {
    int planes = said.contains("=12") ? 12 : 4;
    for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
      String description = "ImageJ=1.53t\n" + said.replace(",", "\n") + "\nunit=mm\n";
      Radiograph read =
          read(stack(description, order, bits, format, planes), ReadOptions.standard());
      assertThat(read.pixels()).hasToString(shape);
      double[] values = read.pixels().toDoubles();
      for (int i = 0; i < values.length; i++) {
        assertThat(values[i]).isEqualTo(bits == 8 ? i & 0xFF : i);
      }
      assertThat(read.decodingSteps().getLast())
          .startsWith("They follow one another behind the only directory, as ImageJ says: ");
      Radiograph third =
          read(
              stack(description, order, bits, format, planes), ReadOptions.standard().withFrame(3));
      assertThat(third.pixels().toDoubles()[0]).isEqualTo(2.0 * HEIGHT * WIDTH);
    }
  }

  @Test
  void coloursBecomeGreyPlaneByPlane() throws Exception {
    ByteBuffer file =
        stack("ImageJ=1.53t\nimages=4\nslices=4\n", ByteOrder.BIG_ENDIAN, 8, 1, 3, 4, HEIGHT);
    NdArray read = read(file, ReadOptions.standard()).pixels();
    assertThat(read).hasToString("(4, 3, 5) uint8");
    assertThat(read.get(1, 0, 0)).isEqualTo(46.0); // of 45, 46 and 47
  }

  @Test
  void aTruncatedStackIsRefusedAndLenientlyReadAsFarAsItGoes() throws Exception {
    ByteBuffer file =
        stack("ImageJ=1.53t\nimages=5\nslices=5\n", ByteOrder.LITTLE_ENDIAN, 16, 1, 3);
    assertThatThrownBy(() -> read(file, ReadOptions.standard()))
        .hasMessageEndingWith(
            "must be whole, but has 3 of its 5 images (slices 5); copy or download it again");
    Radiograph read = read(file, ReadOptions.standard().leniently());
    assertThat(read.pixels()).hasToString("(3, 3, 5) uint16");
    assertThat(read.decodingSteps())
        .contains("Note: Read only 3 of its 5 images; the rest is missing.");
  }

  @Test
  void aDescriptionThatOutlivedItsStackIsTold() throws Exception {
    ByteBuffer file =
        stack("ImageJ=1.53t\nimages=5\nslices=5\n", ByteOrder.LITTLE_ENDIAN, 16, 1, 1);
    Radiograph read = read(file, ReadOptions.standard());
    assertThat(read.pixels()).hasToString("(3, 5) uint16");
    assertThat(read.decodingSteps())
        .contains(
            "Note: The description says that there are 5 images (slices 5), but the file holds only the"
                + " first.");
  }

  @Test
  void descriptionsOfOthersAndNonsenseAreNoStacks() throws Exception {
    for (String said :
        List.of(
            "SCIFIO\nimages=4\n", "ImageJ=1\nimages=x\n", "ImageJ=1\nslices=-4\n", "ImageJ=1\n")) {
      Radiograph read = read(stack(said, ByteOrder.LITTLE_ENDIAN, 8, 1, 4), ReadOptions.standard());
      assertThat(read.pixels()).as(said).hasToString("(3, 5) uint8");
    }
    ByteBuffer vast = stack("ImageJ=1\nimages=999999999\n", ByteOrder.LITTLE_ENDIAN, 8, 1, 1);
    assertThat(read(vast, ReadOptions.standard()).pixels()).hasToString("(3, 5) uint8");
  }

  @Test
  void aPlaneOfAFileAboveFourGigabytesIsRead() throws Exception {
    // 100,000 rows of 5 pixels of 16 bits: 1 MB a plane, and 4,400 of them, none of them written.
    int planes = 4400;
    ByteBuffer file =
        stack(
            "ImageJ=1.53t\nimages=4400\nslices=4400\n", ByteOrder.BIG_ENDIAN, 16, 1, 1, 0, 100_000);
    Path large = folder.resolve("large.tif");
    try (FileChannel channel =
        FileChannel.open(
            large,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.SPARSE)) {
      channel.write(file);
      long end = file.capacity() + 1_000_000L * planes;
      channel.write(ByteBuffer.wrap(new byte[] {3, 4}), end - 2);
    }
    Radiograph last = ImageFiles.read(large, ReadOptions.standard().withFrame(planes));
    assertThat(last.pixels()).hasToString("(100000, 5) uint16");
    assertThat(last.pixels().get(99_999, 4)).isEqualTo(3.0 * 256 + 4);
    assertThatThrownBy(() -> ImageFiles.readArray(large))
        .hasMessageContaining("must have at most 268435456 pixels in all");
  }
}
