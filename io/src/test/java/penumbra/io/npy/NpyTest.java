package penumbra.io.npy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import penumbra.core.DType;
import penumbra.core.NdArray;
import penumbra.io.Samples;
import penumbra.io.format.UnreadableFileException;

class NpyTest {
  @TempDir Path folder;

  private static byte[] encoded(NdArray array) throws Exception {
    var out = new ByteArrayOutputStream();
    Npy.write(array, out);
    return out.toByteArray();
  }

  private Path file(int version, String header, byte[] data) throws Exception {
    byte[] text = (header + "\n").getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes =
        ByteBuffer.allocate(12 + text.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(NpyHeader.MAGIC).put((byte) version).put((byte) 0);
    if (version == 1) {
      bytes.putShort((short) text.length);
    } else {
      bytes.putInt(text.length);
    }
    bytes.put(text).put(data);
    byte[] whole = Arrays.copyOf(bytes.array(), bytes.position());
    return Files.write(folder.resolve("a.npy"), whole);
  }

  private static String header(String descr, boolean fortran, String shape) {
    String order = fortran ? "True" : "False";
    return "{'descr': '%s', 'fortran_order': %s, 'shape': %s, }".formatted(descr, order, shape);
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }

  @ParameterizedTest
  @EnumSource
  void everyTypeAndShapeComesBackBitForBit(DType type) throws Exception {
    int[][] shapes = {{}, {0}, {1}, {7}, {3, 5}, {1, 0, 2}, {2, 3, 4, 5}};
    for (int[] shape : shapes) {
      NdArray array = Samples.noise(shape.length, type, shape);
      Path file = folder.resolve("array.npy");
      Npy.write(array, file);
      assertThat(Npy.read(file).sameBits(array)).isTrue();
    }
  }

  @Test
  void arraysLongerThanABlockComeBack() throws Exception {
    NdArray array = Samples.noise(1, DType.FLOAT64, 300001);
    Npy.write(array, folder.resolve("long.npy"));
    assertThat(Npy.read(folder.resolve("long.npy")).sameBits(array)).isTrue();
  }

  @Test
  void writesTheVeryBytesOfNumpy() throws Exception {
    NdArray array = NdArray.ofUint16(new short[] {1, 2, 3, 4, 5, -1}, 2, 3);
    byte[] bytes = encoded(array);
    String text = "{'descr': '<u2', 'fortran_order': False, 'shape': (2, 3), }";
    String start = new String(bytes, 0, 10 + text.length(), StandardCharsets.ISO_8859_1);
    assertThat(start).isEqualTo("\u0093NUMPY\u0001\u0000v\u0000" + text);
    assertThat(
            new String(
                bytes, 10 + text.length(), 128 - 10 - text.length(), StandardCharsets.US_ASCII))
        .isEqualTo(" ".repeat(58) + "\n");
    assertThat(Arrays.copyOfRange(bytes, 128, bytes.length))
        .isEqualTo(hex("01000200030004000500ffff"));
  }

  /// The hashes are those of numpy.save (NumPy 2.4) for arange(-8, 16).reshape(2, 3, 4) cast to the
  /// type.
  @ParameterizedTest
  @CsvSource({
    "UINT8, 54be65d7e6c91552",
    "INT8, 765a751b016683d5",
    "UINT16, 2a576a2a0655d838",
    "INT16, 9582357721991acb",
    "UINT32, 2b62b9563cf691fc",
    "INT32, d015e535e5105fe7",
    "INT64, 2c5d8598991afa0f",
    "FLOAT16, 385ae703831ca346",
    "FLOAT32, 4be53e1f4471b40f",
    "FLOAT64, 85f4910cb3763f4c"
  })
  void theFileOfEachTypeHashesAsNumpys(DType type, String sha) throws Exception {
    double[] values = new double[24];
    Arrays.setAll(values, i -> i - 8);
    assertThat(Samples.sha(encoded(NdArray.of(type, values, 2, 3, 4)))).isEqualTo(sha);
  }

  /// The hash is that of numpy.save's files, one after the other, for numpy.full((1,) * rank, 7,
  /// numpy.uint8) with rank 0 to 30: headers of 128 and 192 bytes.
  @Test
  void headersOfEveryLengthArePaddedAsNumpyDoes() throws Exception {
    byte[][] files = new byte[31][];
    for (int rank = 0; rank < files.length; rank++) {
      int[] shape = new int[rank];
      Arrays.fill(shape, 1);
      files[rank] = encoded(NdArray.ofUint8(new byte[] {7}, shape));
    }
    assertThat(Samples.sha(files)).isEqualTo("b908d7ac8e85f707");
  }

  @Test
  void readsBigEndianInFortranOrder() throws Exception {
    byte[] data = hex("000000000000000300000001000000040000000200000005");
    NdArray array = Npy.read(file(1, header(">i4", true, "(2, 3)"), data));
    assertThat(array.type()).isEqualTo(DType.INT32);
    assertThat(array.shape()).containsExactly(2, 3);
    assertThat(array.toDoubles()).containsExactly(0, 1, 2, 3, 4, 5);
  }

  @Test
  void readsFortranOrderOfThreeAxes() throws Exception {
    byte[] data = new byte[24];
    for (int i = 0; i < 24; i++) {
      data[i] = (byte) (i % 2 * 100 + i / 2 % 3 * 10 + i / 6);
    }
    NdArray array = Npy.read(file(1, header("|u1", true, "(2, 3, 4)"), data));
    assertThat(array.get(1, 2, 3)).isEqualTo(123);
    assertThat(array.get(0, 1, 2)).isEqualTo(12);
    assertThat(array.get(1, 0, 3)).isEqualTo(103);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void readsAllVersions(int version) throws Exception {
    NdArray array = Npy.read(file(version, header("<f2", false, "(2,)"), hex("003c00c0")));
    assertThat(array.type()).isEqualTo(DType.FLOAT16);
    assertThat(array.toDoubles()).containsExactly(1, -2);
  }

  @Test
  void readsBooleansAsBytesAndScalarsAsRankZero() throws Exception {
    NdArray flags = Npy.read(file(1, header("|b1", false, "(2,)"), hex("0100")));
    assertThat(flags.type()).isEqualTo(DType.UINT8);
    assertThat(flags.toDoubles()).containsExactly(1, 0);
    NdArray scalar = Npy.read(file(1, header(">f8", false, "()"), hex("3ff8000000000000")));
    assertThat(scalar.rank()).isZero();
    assertThat(scalar.get()).isEqualTo(1.5);
  }

  private void assertRefused(Path file, String message) {
    assertThatThrownBy(() -> Npy.read(file))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessage(file + " " + message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<c16", "|S5", "<U3", "|O", "<u8", "<M8[ns]"})
  void refusesTypesThatAreNotNumbersItKnows(String descr) throws Exception {
    assertRefused(
        file(1, header(descr, false, "(2,)"), new byte[32]),
        "must hold bool, uint8, int8, uint16, int16, uint32, int32, int64, float16, float32 or"
            + " float64, but holds '"
            + descr
            + "'; convert it with numpy.ndarray.astype and save it again");
  }

  @Test
  void refusesStructuredArrays() throws Exception {
    String text = "{'descr': [('x', '<f4')], 'fortran_order': False, 'shape': (2,), }";
    assertThatThrownBy(() -> Npy.read(file(1, text, new byte[8])))
        .hasMessageContaining("but holds '[('x', '<f4')]'; convert it");
  }

  @Test
  void saysHowMuchOfATruncatedArrayIsThere() throws Exception {
    assertRefused(
        file(1, header("<f8", false, "(3, 4)"), new byte[95]),
        "must hold 96 bytes of array (3, 4), but holds 95; copy or download it again");
  }

  @Test
  void refusesBrokenHeaders() throws Exception {
    assertRefused(
        file(1, "{'descr': '<f8'}", new byte[0]),
        "must have an NPY header with descr, fortran_order and shape, but has '{'descr': '<f8'}';"
            + " save it again with numpy.save");
    assertRefused(
        file(4, header("<f8", false, "()"), new byte[8]),
        "must have NPY version 1, 2 or 3, but has version 4; save it again with numpy.save");
    assertRefused(
        file(1, header("<f8", false, "(5000000000,)"), new byte[8]),
        "must have axes shorter than 2^31 and fewer than 2^60 elements, but has shape"
            + " '(5000000000,)'; split it into smaller arrays");
    Path cut = Files.write(folder.resolve("cut.npy"), hex("934e554d5059010076"));
    assertRefused(
        cut, "must be whole, but ends inside its NPY header or data; copy or download it again");
    Path other =
        Files.write(folder.resolve("other.npy"), "something else".getBytes(StandardCharsets.UTF_8));
    assertRefused(
        other,
        "must start as an NPY file does, but starts otherwise; save it again with numpy.save");
  }

  @Test
  void shapesThatPythonWouldNotReadAreNotGuessedAt() throws Exception {
    for (String shape : new String[] {"(2 0, 3)", "(2,03)", "(6)", "(,)", "(2,,3)"}) {
      assertRefused(
          file(1, header("|u1", false, shape), new byte[60]),
          "must have a tuple of up to 64 lengths as its shape, but has '"
              + shape
              + "'; save it again with numpy.save");
    }
    assertThat(Npy.read(file(1, header("|u1", false, "( 2L,\t3L, )"), new byte[6])).shape())
        .containsExactly(2, 3);
    assertThat(Npy.read(file(1, header("|u1", false, "(" + "1,".repeat(64) + ")"), new byte[1])))
        .extracting(NdArray::rank)
        .isEqualTo(64);
    assertRefused(
        file(1, header("|u1", false, "(" + "1,".repeat(65) + ")"), new byte[1]),
        "must have a tuple of up to 64 lengths as its shape, but has 65; save it again with"
            + " numpy.save");
  }

  /// Each of the many beginnings of a list makes the search for its end walk through all the rest.
  @Test
  void headersLongerThanNumpyReadsAreRefusedAtOnce() throws Exception {
    assertRefused(
        file(2, "'descr':[".repeat(110_000), new byte[0]),
        "must have an NPY header of at most 10000 bytes, but has one of 990001; save it again with"
            + " numpy.save");
    assertThatThrownBy(() -> Npy.read(file(2, "'descr':[".repeat(1_100), new byte[0])))
        .hasMessageContaining("must have an NPY header with descr")
        .hasMessageContaining("...'; save it again")
        .message()
        .hasSizeLessThan(1000);
    String padding = " ".repeat(9_000);
    assertThat(Npy.read(file(1, header("|u1", false, "(1,)") + padding, new byte[1])).rank())
        .isEqualTo(1);
  }

  @Test
  void aHugeShapeInATinyFileTakesNoMemory() throws Exception {
    assertRefused(
        file(1, header("<f8", false, "(2147483647, 64)"), new byte[8]),
        "must hold 1099511627264 bytes of array (2147483647, 64), but holds 8; copy or download it"
            + " again");
    assertRefused(
        file(1, header("<f8", false, "(2147483647, 0, 2147483647)"), new byte[8]),
        "must have axes shorter than 2^31 and fewer than 2^60 elements, but has shape"
            + " '(2147483647, 0, 2147483647)'; split it into smaller arrays");
  }

  @Test
  void pickledObjectsAreRefusedUnread() throws Exception {
    byte[] pickle = "cos\nsystem\n(S'exit'\ntR.".getBytes(StandardCharsets.US_ASCII);
    assertThatThrownBy(() -> Npy.read(file(1, header("|O", false, "(1,)"), pickle)))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("but holds '|O'; convert it");
  }
}
