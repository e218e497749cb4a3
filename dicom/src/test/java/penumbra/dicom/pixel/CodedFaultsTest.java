package penumbra.dicom.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static penumbra.dicom.pixel.PixelObjects.bytes;
import static penumbra.dicom.pixel.PixelObjects.coded;
import static penumbra.dicom.pixel.PixelObjects.colour;
import static penumbra.dicom.pixel.PixelObjects.grey;
import static penumbra.dicom.pixel.PixelObjects.with;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomException;
import penumbra.dicom.Element;
import penumbra.dicom.Tags;
import penumbra.dicom.TransferSyntax;
import penumbra.dicom.Vr;
import penumbra.dicom.codec.Jpeg2000Streams;
import penumbra.dicom.codec.JpegStreams;
import penumbra.io.format.Limits;

/// Coded frames that are not as their data set says, or not where they should be.
class CodedFaultsTest {
  private static final byte[] NONE = {};
  private static final Jpeg2000Streams.Stream DEEP = Jpeg2000Streams.named("grey-16");
  private static final JpegStreams.Stream GREY = JpegStreams.named("baseline-17x9");

  private static StoredFrame read(DataSet data, TransferSyntax syntax) throws DicomException {
    return PixelData.of(data, syntax).frame(0, Limits.standard());
  }

  private static DataSet native8(byte[] value) {
    return grey(17, 9, 8).with(Element.ofBytes(Tags.PIXEL_DATA, Vr.OB, value));
  }

  private static byte[] concat(byte[] first, byte[] second) {
    return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 300})
  void zerosBeforeAFrameAreLeftOut(int zeros) throws DicomException {
    byte[] late = concat(new byte[zeros], GREY.coded());
    StoredFrame frame = read(coded(grey(17, 9, 8), NONE, late), TransferSyntax.JPEG_BASELINE);
    assertThat(frame.values().toBytes()).isEqualTo(GREY.samples());
    assertThat(frame.odd())
        .containsExactly(zeros + " zeros stand before the coded frame; left out.");
    byte[] deep = concat(new byte[zeros], DEEP.coded);
    assertThat(
            read(coded(grey(37, 29, 16), NONE, deep), TransferSyntax.JPEG_2000).values().toBytes())
        .isEqualTo(DEEP.samples);
  }

  /// The stream has 37 rows of 29 pixels.
  @ParameterizedTest
  @CsvSource({"29, 37", "36, 29", "37, 32", "48, 32", "30, 20"})
  void aFrameOfAnotherSizeThanSaidKeepsItsOwn(int rows, int columns) throws DicomException {
    StoredFrame frame =
        read(coded(grey(rows, columns, 16), NONE, DEEP.coded), TransferSyntax.JPEG_2000);
    assertThat(frame.values()).hasToString("(37, 29) uint16");
    assertThat(frame.values().toBytes()).isEqualTo(DEEP.samples);
    assertThat(frame.odd())
        .containsExactly(
            "The coded frame has 37 x 29 pixels, though Rows and Columns are %d x %d; the frame counts."
                .formatted(rows, columns));
  }

  @Test
  void aFrameOfQuiteAnotherSizeIsRefused() {
    assertThatThrownBy(
            () -> read(coded(grey(74, 58, 16), NONE, DEEP.coded), TransferSyntax.JPEG_2000))
        .isInstanceOf(DicomException.class)
        .hasMessageContaining("has a JPEG 2000 frame of 37 x 29 x 1");
    assertThatThrownBy(() ->
            PixelData.of(coded(grey(36, 27, 16), NONE, DEEP.coded), TransferSyntax.JPEG_2000)
                .frame(0, new Limits(1000)))
        .hasMessageContaining("must have at most 1000 pixels, but has 37 x 29 = 1073");
  }

  @Test
  void aFrameWithoutItemsIsRead() throws DicomException {
    for (TransferSyntax syntax :
        new TransferSyntax[] {TransferSyntax.JPEG_BASELINE, TransferSyntax.JPEG_2000}) {
      byte[] cut = Arrays.copyOf(GREY.coded(), 150);
      PixelData pixels = PixelData.of(native8(cut), syntax);
      assertThatThrownBy(() -> pixels.leniently().frame(0, Limits.standard()))
          .isInstanceOf(DicomException.class);
    }
    StoredFrame frame = read(native8(GREY.coded()), TransferSyntax.JPEG_BASELINE);
    assertThat(frame.values().toBytes()).isEqualTo(GREY.samples());
    assertThat(frame.odd())
        .containsExactly("The coded pixels stand in (7FE0,0010) itself, not in items.");
    DataSet deep = grey(37, 29, 16).with(Element.ofBytes(Tags.PIXEL_DATA, Vr.OB, DEEP.coded));
    assertThat(read(deep, TransferSyntax.JPEG_2000).values().toBytes()).isEqualTo(DEEP.samples);
  }

  @Test
  void nativePixelsUnderASyntaxOfCodedOnesAreRead() throws DicomException {
    byte[] values = new byte[17 * 9];
    values[5] = 77;
    StoredFrame frame = read(native8(values), TransferSyntax.JPEG_LOSSLESS);
    assertThat(frame.values().toBytes()).isEqualTo(values);
    assertThat(frame.odd())
        .containsExactly("The pixels are not coded, though the transfer syntax is JPEG Lossless.");
  }

  @Test
  void codedFramesUnderASyntaxOfNativePixelsAreRead() throws DicomException {
    StoredFrame frame =
        read(coded(grey(17, 9, 8), NONE, GREY.coded()), TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
    assertThat(frame.values().toBytes()).isEqualTo(GREY.samples());
    assertThat(frame.odd()).anyMatch(line -> line.startsWith("The pixels are coded, though"));
  }

  @ParameterizedTest
  @CsvSource({
    "JPEG_BASELINE, progressive-8, true",
    "JPEG_BASELINE, spectral-8, true",
    "JPEG_SPECTRAL_SELECTION, spectral-8, false",
    "JPEG_FULL_PROGRESSION, progressive-8, false",
    "JPEG_FULL_PROGRESSION, baseline-17x9, true",
    "JPEG_LOSSLESS_ARITHMETIC, lossless-8-predictor-4, false",
    "RLE_LOSSLESS, baseline-17x9, true",
  })
  void theStreamDecidesUnderARetiredOrAWrongSyntax(TransferSyntax syntax, String name, boolean told)
      throws DicomException {
    JpegStreams.Stream stream = JpegStreams.named(name);
    DataSet data = grey(stream.form().rows(), stream.form().columns(), 8);
    StoredFrame frame = read(coded(data, NONE, stream.coded()), syntax);
    assertThat(frame.values().toBytes()).isEqualTo(stream.samples());
    assertThat(frame.odd().stream().anyMatch(line -> line.contains("as the syntax says")))
        .isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource({"0, 2", "x, 2", "9, 2", "2, 2", "1, 1"})
  void theFramesThatThereAreCount(String told, int there) throws DicomException {
    DataSet data =
        coded(grey(37, 29, 16), NONE, DEEP.coded, DEEP.coded)
            .with(Element.ofText(Tags.NUMBER_OF_FRAMES, Vr.IS, told));
    PixelData pixels = PixelData.of(data, TransferSyntax.JPEG_2000);
    assertThat(pixels.frames()).isEqualTo(there);
    StoredFrame last = pixels.frame(there - 1, Limits.standard());
    assertThat(last.values().toBytes()).isEqualTo(DEEP.samples);
    assertThat(last.odd().isEmpty()).isEqualTo(told.equals("2") || told.equals("1"));
  }

  /// An offset table of one entry does not take frames away.
  @ParameterizedTest
  @ValueSource(strings = {"0", "2"})
  void aShortOffsetTableIsNoNumberOfFrames(String told) throws DicomException {
    DataSet data =
        coded(grey(37, 29, 16), new byte[4], DEEP.coded, DEEP.coded)
            .with(Element.ofText(Tags.NUMBER_OF_FRAMES, Vr.IS, told));
    PixelData pixels = PixelData.of(data, TransferSyntax.JPEG_2000);
    assertThat(pixels.frames()).isEqualTo(2);
    assertThat(pixels.frame(1, Limits.standard()).values().toBytes()).isEqualTo(DEEP.samples);
  }

  @Test
  void noFragmentIsAnError() {
    assertThatThrownBy(() -> read(coded(grey(1, 1, 8), NONE), TransferSyntax.JPEG_2000))
        .hasMessageContaining("must have a fragment of coded pixel data for each of its 1 frames");
  }

  @ParameterizedTest
  @CsvSource({"MONOCHROME2, 1", "MONOCHROME2, 3", "PALETTE COLOR, 1", "YBR_FULL, 3", "RGB, 3"})
  void aFrameOfThreeSamplesIsInColour(String photometric, int samples) throws DicomException {
    var stream = Jpeg2000Streams.named("colour-rct");
    DataSet told = with(colour(37, 29, 8, photometric, 0), Tags.SAMPLES_PER_PIXEL, samples);
    StoredFrame frame = read(coded(told, NONE, stream.coded), TransferSyntax.JPEG_2000);
    assertThat(frame.values().toBytes()).isEqualTo(stream.samples);
    assertThat(frame.odd()).isNotEmpty();
  }

  @Test
  void aFrameOfOneSampleIsGrey() throws DicomException {
    DataSet told = colour(37, 29, 16, "RGB", 0);
    StoredFrame frame = read(coded(told, NONE, DEEP.coded), TransferSyntax.JPEG_2000);
    assertThat(frame.values().toBytes()).isEqualTo(DEEP.samples);
    assertThat(frame.odd())
        .containsExactly(
            "The coded frame has 1 sample a pixel, though the data set says RGB; it is read as"
                + " MONOCHROME2.");
  }

  @ParameterizedTest
  @CsvSource({"8, 8", "16, 0", "16, 32", "8, 0"})
  void bitsThatCannotBeAreThoseOfTheFrame(int allocated, int stored) throws DicomException {
    DataSet told = with(grey(37, 29, allocated), Tags.BITS_STORED, stored);
    StoredFrame frame = read(coded(told, NONE, DEEP.coded), TransferSyntax.JPEG_2000);
    assertThat(frame.values().toBytes()).isEqualTo(DEEP.samples);
    assertThat(frame.bitsStored()).isEqualTo(16);
    assertThat(frame.odd()).isNotEmpty();
  }

  @Test
  void aSignIsThatOfTheFramesBitsWhereBitsStoredCannotBe() throws DicomException {
    var stream = Jpeg2000Streams.named("grey-12-signed");
    DataSet told = with(with(grey(37, 29, 16), Tags.BITS_STORED, 0), Tags.PIXEL_REPRESENTATION, 1);
    StoredFrame frame = read(coded(told, NONE, stream.coded), TransferSyntax.JPEG_2000);
    assertThat(frame.values().toBytes()).isEqualTo(stream.samples);
  }

  @Test
  void framesOfOneBitAreRead() throws DicomException {
    var stream = Jpeg2000Streams.named("grey-1");
    StoredFrame frame = read(coded(grey(37, 29, 1), NONE, stream.coded), TransferSyntax.JPEG_2000);
    assertThat(frame.values().toBytes()).isEqualTo(stream.samples);
    assertThat(frame.bitsStored()).isEqualTo(1);
    byte[] packed = Arrays.copyOf(bytes(1, 0, 0, 0, 64), 68);
    packed[64] = 1;
    packed[65] = 0b0000_0101;
    packed[66] = 0b0000_0010;
    StoredFrame rle = read(coded(grey(2, 5, 1), NONE, packed), TransferSyntax.RLE_LOSSLESS);
    assertThat(rle.values().toDoubles()).containsExactly(1, 0, 1, 0, 0, 0, 0, 0, 0, 1);
  }

  @Test
  void whatARunLacksIsZeroLenientlyAndTold() throws DicomException {
    byte[] short8 = Arrays.copyOf(bytes(1, 0, 0, 0, 64), 68);
    short8[64] = 5;
    short8[65] = 7;
    short8[66] = 8;
    short8[67] = 9;
    PixelData pixels =
        PixelData.of(coded(grey(1, 6, 8), NONE, short8), TransferSyntax.RLE_LOSSLESS);
    assertThatThrownBy(() -> pixels.frame(0, Limits.standard()))
        .hasMessageContaining("RLE segment 1 must unpack to 6 bytes");
    StoredFrame frame = pixels.leniently().frame(0, Limits.standard());
    assertThat(frame.values().toDoubles()).containsExactly(7, 8, 9, 0, 0, 0);
    assertThat(frame.odd()).containsExactly("Took 3 bytes that a segment of RLE lacks to be 0.");
    // A run of four without its last byte, which is padding only.
    short8[64] = 3;
    StoredFrame whole = read(coded(grey(1, 3, 8), NONE, short8), TransferSyntax.RLE_LOSSLESS);
    assertThat(whole.values().toDoubles()).containsExactly(7, 8, 9);
  }

  /// A grid of twice the size, or one more or less, of which each second point has a sample.
  @ParameterizedTest
  @CsvSource({
    "grey-8, 1, 0",
    "grey-8, 1, 1",
    "tiles, 1, 0",
    "order-rpcl, 3, 0",
    "order-cprl, 3, 1"
  })
  void samplesOfEachSecondPointOfTheGridArePixels(String name, int components, int less)
      throws DicomException {
    var stream = Jpeg2000Streams.named(name);
    byte[] sparse = stream.coded.clone();
    ByteBuffer size = ByteBuffer.wrap(sparse);
    for (int at : new int[] {8, 12}) {
      size.putInt(at, 2 * size.getInt(at) - less);
    }
    for (int at : new int[] {24, 28}) {
      size.putInt(at, 2 * size.getInt(at));
    }
    for (int i = 0; i < components; i++) {
      sparse[43 + 3 * i] = 2;
      sparse[44 + 3 * i] = 2;
    }
    int bits = stream.form.bitsAllocated();
    DataSet told = components == 1 ? grey(37, 29, bits) : colour(37, 29, bits, "RGB", 0);
    StoredFrame frame = read(coded(told, NONE, sparse), TransferSyntax.JPEG_2000);
    assertThat(frame.values().toBytes()).isEqualTo(stream.samples);
  }
}
