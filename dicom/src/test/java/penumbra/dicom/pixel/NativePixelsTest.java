package penumbra.dicom.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static penumbra.dicom.pixel.PixelObjects.frames;
import static penumbra.dicom.pixel.PixelObjects.grey;
import static penumbra.dicom.pixel.PixelObjects.pixels;
import static penumbra.dicom.pixel.PixelObjects.read;
import static penumbra.dicom.pixel.PixelObjects.with;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import penumbra.core.DType;
import penumbra.core.NdArray;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomException;
import penumbra.dicom.Element;
import penumbra.dicom.Tags;
import penumbra.dicom.TransferSyntax;
import penumbra.dicom.Value;
import penumbra.dicom.Vr;
import penumbra.io.format.Limits;

class NativePixelsTest {
  private static DataSet twelve(int... bytes) {
    DataSet data = with(grey(1, bytes.length / 2, 16), Tags.BITS_STORED, 12);
    return pixels(with(data, Tags.HIGH_BIT, 11), bytes);
  }

  @Test
  void bitsAreUnpackedFromTheLowestOnAcrossTheBordersOfFrames() throws Exception {
    DataSet data = pixels(frames(grey(3, 3, 1), 2), 0b1010_0101, 0b0000_0011, 0b0000_0010);
    PixelData pixels = PixelData.of(data, PixelObjects.NATIVE);
    assertThat(pixels.frames()).isEqualTo(2);
    StoredFrame first = pixels.frame(0, Limits.standard());
    assertThat(first.values().type()).isEqualTo(DType.UINT8);
    assertThat(first.bitsStored()).isEqualTo(1);
    assertThat(first.values().toDoubles()).containsExactly(1, 0, 1, 0, 0, 1, 0, 1, 1);
    assertThat(pixels.frame(1, Limits.standard()).values().toDoubles())
        .containsExactly(1, 0, 0, 0, 0, 0, 0, 0, 1);
  }

  @Test
  void bytesAndWordsOfWhichAllBitsCountAreNotCopied() throws Exception {
    byte[] bytes = {1, 2, 3, -1};
    for (int bits : new int[] {8, 16}) {
      DataSet data = grey(1, 32 / bits, bits).with(Element.ofBytes(Tags.PIXEL_DATA, Vr.OW, bytes));
      NdArray values = read(data).values();
      double before = values.get(0, 0);
      bytes[0]++;
      assertThat(values.get(0, 0)).isEqualTo(before + 1);
      assertThat(read(data).steps()).isEmpty();
    }
  }

  @Test
  void aSignIsThatOfAllBits() throws Exception {
    for (int bits : new int[] {8, 16, 32}) {
      DataSet data = pixels(grey(1, 32 / bits, bits), -2, -1, -1, -1);
      NdArray unsigned = read(data).values();
      NdArray signed = read(with(data, Tags.PIXEL_REPRESENTATION, 1)).values();
      assertThat(unsigned.type().label()).isEqualTo("uint" + bits);
      assertThat(unsigned.get(0, 0)).isEqualTo(unsigned.type().max() - 1);
      assertThat(signed.type().label()).isEqualTo("int" + bits);
      assertThat(signed.get(0, 0)).isEqualTo(-2);
    }
  }

  @Test
  void cleanUnusedBitsNeedNoCopy() throws Exception {
    byte[] bytes = {0x34, 0x02, (byte) 0xFF, 0x0F};
    DataSet data = twelve(0, 0, 0, 0).with(Element.ofBytes(Tags.PIXEL_DATA, Vr.OW, bytes));
    StoredFrame frame = read(data);
    assertThat(frame.values().toDoubles()).containsExactly(0x234, 0xFFF);
    assertThat(frame.bitsStored()).isEqualTo(12);
    assertThat(frame.steps()).isEmpty();
    bytes[0]++;
    assertThat(frame.values().get(0, 0)).isEqualTo(0x235);
  }

  @Test
  void overlaysInUnusedBitsAreClearedAndTold() throws Exception {
    byte[] bytes = {0x34, 0x12, (byte) 0xFF, 0x0F};
    StoredFrame frame =
        read(twelve(0, 0, 0, 0).with(Element.ofBytes(Tags.PIXEL_DATA, Vr.OW, bytes)));
    assertThat(frame.values().toDoubles()).containsExactly(0x234, 0xFFF);
    assertThat(frame.steps())
        .containsExactly(
            "Cleared the bits beside the 12 that count, which may hold an overlay, in 1 of 2"
                + " samples.");
    assertThat(bytes[1]).isEqualTo((byte) 0x12);
  }

  @Test
  void aSignOfFewerBitsIsExtended() throws Exception {
    DataSet data = with(twelve(0xFE, 0x0F, 0x01, 0x08, 0x07, 0), Tags.PIXEL_REPRESENTATION, 1);
    StoredFrame frame = read(data);
    assertThat(frame.values()).hasToString("(1, 3) int16");
    assertThat(frame.values().toDoubles()).containsExactly(-2, -2047, 7);
    assertThat(frame.steps()).containsExactly("Extended the sign of the 12-bit samples.");
    DataSet extended = with(twelve(0xFE, 0xFF, 0x07, 0), Tags.PIXEL_REPRESENTATION, 1);
    assertThat(read(extended).steps()).isEmpty();
    assertThat(read(extended).values().toDoubles()).containsExactly(-2, 7);
  }

  @Test
  void samplesThatEndAtAHigherBitAreMovedDown() throws Exception {
    DataSet data = with(twelve(0x40, 0x12, 0xF5, 0xFF), Tags.HIGH_BIT, 15);
    StoredFrame frame = read(data);
    assertThat(frame.values().toDoubles()).containsExactly(0x124, 0xFFF);
    assertThat(frame.steps())
        .containsExactly(
            "Moved the samples down by 4 bits from high bit 15.",
            "Cleared the bits beside the 12 that count, which may hold an overlay, in 1 of 2"
                + " samples.");
    StoredFrame signed = read(with(data, Tags.PIXEL_REPRESENTATION, 1));
    assertThat(signed.values().toDoubles()).containsExactly(0x124, -1);
  }

  @Test
  void aLineLongerThanTheBufferIsMaskedToItsEnd() throws Exception {
    int[] bytes = new int[2 * 10_001];
    for (int i = 0; i < bytes.length; i += 2) {
      bytes[i] = i / 2;
      bytes[i + 1] = i > 15_000 ? 0xF1 : 0x01;
    }
    double[] values = read(twelve(bytes)).values().toDoubles();
    for (int i = 0; i < values.length; i++) {
      assertThat(values[i]).isEqualTo(256 + (i & 0xFF));
    }
  }

  @Test
  void wordsOfLongBigEndianSamplesAreTurned() throws Exception {
    // As a reader leaves the bytes 01 02 03 04 of an OW element: each word turned.
    DataSet data = pixels(grey(1, 1, 32), 2, 1, 4, 3);
    StoredFrame frame =
        PixelData.of(data, TransferSyntax.EXPLICIT_BIG_ENDIAN).frame(0, Limits.standard());
    assertThat(frame.values().get(0, 0)).isEqualTo(0x01020304);
  }

  @Test
  void floatingPointPixelsAreGreyAsTheyAre() throws Exception {
    byte[] floats =
        ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putFloat(1.5f).putFloat(-2).array();
    byte[] doubles = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putDouble(0.1).array();
    DataSet single = grey(1, 2, 8).with(Element.ofBytes(Tags.FLOAT_PIXEL_DATA, Vr.OF, floats));
    DataSet twice =
        grey(1, 1, 8).with(Element.ofBytes(Tags.DOUBLE_FLOAT_PIXEL_DATA, Vr.OD, doubles));
    assertThat(read(single).values()).hasToString("(1, 2) float32");
    assertThat(read(single).values().toDoubles()).containsExactly(1.5, -2);
    assertThat(read(twice).values().get(0, 0)).isEqualTo(0.1);
    assertThat(read(twice).bitsStored()).isEqualTo(64);
  }

  @Test
  void paddingIsNothingAndMoreIsTold() throws Exception {
    DataSet data = frames(grey(1, 3, 8), 1);
    assertThat(read(pixels(data, 1, 2, 3, 0)).steps()).isEmpty();
    assertThat(read(pixels(data, 1, 2, 3)).steps()).isEmpty();
    StoredFrame frame = read(pixels(data, 1, 2, 3, 4, 5, 6));
    assertThat(frame.values().toDoubles()).containsExactly(1, 2, 3);
    assertThat(frame.steps()).containsExactly("Left out 3 bytes behind the last frame.");
  }

  @Test
  void framesThatAreWholeAreReadAndMissingBytesAreZerosLeniently() throws Exception {
    DataSet data = pixels(frames(grey(2, 2, 8), 3), 1, 2, 3, 4, 5);
    PixelData pixels = PixelData.of(data, PixelObjects.NATIVE);
    assertThat(pixels.frames()).isEqualTo(1);
    assertThat(pixels.frame(0, Limits.standard()).values().toDoubles()).containsExactly(1, 2, 3, 4);
    assertThat(pixels.frame(0, Limits.standard()).odd())
        .containsExactly("Number of Frames (0028,0008) is 3, but there is 1 whole one.");
    PixelData less = PixelData.of(pixels(frames(grey(2, 2, 8), 3), 1, 2, 3), PixelObjects.NATIVE);
    assertThatThrownBy(() -> less.frame(0, Limits.standard()))
        .isInstanceOf(DicomException.class)
        .hasMessage(
            "must have 12 bytes of pixel data for 3 frames of 2 x 2 with 1 sample of 8 bits, but"
                + " has 3; copy it again from its source, or read what is there leniently");
    PixelData lenient = pixels.leniently();
    assertThat(lenient.frame(0, Limits.standard()).steps()).isEmpty();
    assertThat(lenient.frame(1, Limits.standard()).values().toDoubles())
        .containsExactly(5, 0, 0, 0);
    StoredFrame last = lenient.frame(2, Limits.standard());
    assertThat(last.values().toDoubles()).containsOnly(0);
    assertThat(last.steps())
        .containsExactly("Took 4 bytes that are missing at the end of the pixel data to be 0.");
  }

  @Test
  void theSizeIsCheckedBeforeAnythingIsAllocated() throws Exception {
    PixelData pixels = PixelData.of(pixels(grey(65535, 65535, 1), 0), PixelObjects.NATIVE);
    assertThatThrownBy(() -> pixels.leniently().frame(0, new Limits(100)))
        .hasMessage(
            "must have at most 100 pixels, but has 65535 x 65535 = 4294836225; if the file is to"
                + " be trusted, raise the limit with the environment variable"
                + " PENUMBRA_MAX_PIXELS");
  }

  @Test
  void framesAreCounted() throws Exception {
    PixelData pixels = PixelData.of(pixels(grey(1, 1, 8), 0, 0), PixelObjects.NATIVE);
    assertThatThrownBy(() -> pixels.frame(1, Limits.standard()))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void readOnlyBytesServeAsWell() throws Exception {
    MemorySegment readOnly = MemorySegment.ofArray(new byte[] {7, 0x10}).asReadOnly();
    DataSet data =
        twelve(0, 0).with(new Element(Tags.PIXEL_DATA, Vr.OW, new Value.Bytes(readOnly)));
    assertThat(read(data).values().get(0, 0)).isEqualTo(7);
  }

  /// The samples 0xABC, 0x123 and 0xFFF of 12 bits, the lowest bits first.
  @Test
  void packedSamplesAreUnpacked() throws Exception {
    DataSet twelve = pixels(grey(1, 3, 12), 0xBC, 0x3A, 0x12, 0xFF, 0x0F);
    StoredFrame frame = read(twelve);
    assertThat(frame.values()).hasToString("(1, 3) uint16");
    assertThat(frame.values().toDoubles()).containsExactly(0xABC, 0x123, 0xFFF);
    assertThat(frame.odd())
        .containsExactly("Bits Allocated (0028,0100) is 12: samples are packed.");
    assertThat(read(with(twelve, Tags.PIXEL_REPRESENTATION, 1)).values().toDoubles())
        .containsExactly(0xABC - 4096, 0x123, -1);
    assertThat(PixelObjects.values(pixels(grey(1, 3, 4), 0x21, 0x03)).toDoubles())
        .containsExactly(1, 2, 3);
    assertThat(PixelObjects.values(pixels(grey(1, 2, 24), 1, 2, 3, 4, 5, 6)).toDoubles())
        .containsExactly(0x030201, 0x060504);
    PixelData two =
        PixelData.of(pixels(frames(grey(1, 1, 12), 2), 0xBC, 0x3A, 0x12), PixelObjects.NATIVE);
    assertThat(two.frame(1, Limits.standard()).values().get(0, 0)).isEqualTo(0x123);
  }

  @Test
  void samplesOfSixtyFourBitsAreRead() throws Exception {
    DataSet data = pixels(grey(1, 2, 64), 1, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0);
    assertThat(PixelObjects.values(data)).hasToString("(1, 2) int64");
    assertThat(PixelObjects.values(data).toDoubles()).containsExactly(4294967297.0, 2);
    DataSet negative = pixels(grey(1, 1, 64), -2, -1, -1, -1, -1, -1, -1, -1);
    assertThat(PixelObjects.values(with(negative, Tags.PIXEL_REPRESENTATION, 1)).get(0, 0))
        .isEqualTo(-2);
    assertThatThrownBy(() -> read(negative))
        .hasMessage(
            "must have samples below 2^63, but has 18446744073709551614; convert it with another"
                + " tool first");
    DataSet twelve = with(with(negative, Tags.BITS_STORED, 12), Tags.HIGH_BIT, 11);
    assertThat(PixelObjects.values(twelve).get(0, 0)).isEqualTo(4094);
  }

  @Test
  void emptyPixelDataIsRefusedInOneLine() {
    assertThatThrownBy(() -> read(pixels(grey(1, 1, 8))))
        .hasMessage(
            "must have pixel data, but has an empty element (7FE0,0010); have it sent again, with"
                + " its pixels");
  }
}
