package penumbra.dicom.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import penumbra.dicom.Bytes;
import penumbra.dicom.DicomException;
import penumbra.dicom.DicomObject;
import penumbra.dicom.Tags;
import penumbra.dicom.TransferSyntax;
import penumbra.dicom.Value.Fragments;
import penumbra.dicom.file.OddObjects.Form;
import penumbra.dicom.grey.DicomImage;
import penumbra.dicom.pixel.PixelData;
import penumbra.io.format.Limits;
import penumbra.io.format.ReadOptions;

/// Pixel data whose container contradicts its transfer syntax.
class OddPixelDataTest {
  private static final String RLE = "1.2.840.10008.1.2.5";
  private static final String JPEG = "1.2.840.10008.1.2.4.70";
  private static final Form EXPLICIT = Form.EXPLICIT;

  private static Bytes described(Form form) {
    return OddObjects.described(form, OddObjects.start(form));
  }

  private static Bytes open(Form form) {
    return form.head(described(form), OddObjects.PIXELS, "OB", Bytes.UNDEFINED);
  }

  private static Bytes frames(int count) {
    Bytes data = EXPLICIT.text(OddObjects.start(EXPLICIT), 0x00080008, "CS", "A ");
    OddObjects.described(EXPLICIT, data);
    return EXPLICIT
        .text(data, 0x00280008, "IS", count + " ")
        .longHead(OddObjects.PIXELS, "OB", Bytes.UNDEFINED);
  }

  private static DicomObject parse(byte[] file) throws DicomException {
    return DicomReader.parse(file, false);
  }

  private static void hasTheValues(DicomObject object) throws DicomException {
    assertThat(PixelData.of(object).frame(0, Limits.standard()).values().toDoubles())
        .isEqualTo(OddObjects.VALUES);
  }

  private static List<byte[]> fragments(DicomObject object) {
    Fragments pixels = (Fragments) object.data().element(Tags.PIXEL_DATA).orElseThrow().value();
    return pixels.fragments().stream()
        .map((MemorySegment part) -> part.toArray(ValueLayout.JAVA_BYTE))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 7})
  void theLastDelimiterIsMissingOrCutOff(int there) throws Exception {
    byte[] frame = OddObjects.runLength();
    byte[] end = Arrays.copyOf(Bytes.little().sequenceEnd().bytes(), there);
    Bytes data = open(EXPLICIT).item(0).item(frame.length).raw(frame).raw(end);
    DicomObject object = parse(Bytes.file(RLE, data));
    hasTheValues(object);
    assertThat(object.notes()).singleElement().asString().endsWith("lacks its delimiter.");
    byte[] stream = OddObjects.stream(40, 7);
    Bytes jpeg = open(EXPLICIT).item(0).item(stream.length).raw(stream).raw(end);
    assertThat(fragments(parse(Bytes.file(JPEG, jpeg)))).containsExactly(stream);
    Bytes several = frames(2).item(0);
    several.item(stream.length).raw(stream).item(stream.length).raw(stream).raw(end);
    assertThat(fragments(parse(Bytes.file(JPEG, several)))).containsExactly(stream, stream);
  }

  /// A frame that is cut off is no frame.
  @Test
  void aStreamWithoutItsEndIsStillDamaged() {
    byte[] stream = Arrays.copyOf(OddObjects.stream(40, 7), 30);
    Bytes data = open(EXPLICIT).item(0).item(stream.length).raw(stream);
    assertThatThrownBy(() -> parse(Bytes.file(JPEG, data)))
        .hasMessageContaining("must be whole, but ends inside coded pixel data");
    Bytes longer = open(EXPLICIT).item(0).item(stream.length + 6).raw(stream);
    assertThatThrownBy(() -> parse(Bytes.file(JPEG, longer)))
        .hasMessageContaining("must be whole, but ends inside a fragment of pixel data");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 100})
  void aFragmentSaysMoreBytesThanItsStreamHas(int more) throws Exception {
    byte[] stream = OddObjects.stream(40, 7);
    Bytes data = open(EXPLICIT).item(0).item(stream.length + more).raw(stream);
    DicomObject object = parse(Bytes.file(JPEG, data));
    assertThat(fragments(object)).containsExactly(stream);
    assertThat(object.notes().getFirst()).contains("but its coded frame ends after 40");
  }

  @Test
  void anotherElementFollowsInsteadOfTheDelimiter() throws Exception {
    byte[] stream = OddObjects.stream(40, 7);
    Bytes data = open(EXPLICIT).item(0).item(stream.length).raw(stream);
    data.longHead(0xFFFCFFFC, "OB", 2).raw("ab");
    DicomObject object = parse(Bytes.file(JPEG, data));
    assertThat(fragments(object)).containsExactly(stream);
    assertThat(object.notes().getFirst()).endsWith("lacks its delimiter.");
  }

  @Test
  void thereIsNoItemForTheOffsetTable() throws Exception {
    byte[] stream = OddObjects.stream(40, 7);
    Bytes data = open(EXPLICIT).item(stream.length).raw(stream).sequenceEnd();
    DicomObject object = parse(Bytes.file(JPEG, data));
    assertThat(fragments(object)).containsExactly(stream);
    assertThat(object.notes())
        .containsExactly("The coded pixel data has no item for an offset table.");
    byte[] frame = OddObjects.runLength();
    hasTheValues(
        parse(Bytes.file(RLE, open(EXPLICIT).item(frame.length).raw(frame).sequenceEnd())));
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void codedItemsUnderASyntaxForPlainPixels(Form form) throws Exception {
    byte[] frame = OddObjects.runLength();
    Bytes data = open(form).item(0).item(frame.length).raw(frame).sequenceEnd();
    DicomObject object = parse(form.file(data));
    hasTheValues(object);
    assertThat(object.syntax()).isEqualTo(TransferSyntax.RLE_LOSSLESS);
    assertThat(object.notes().getFirst())
        .startsWith("The pixels are coded as RLE Lossless, though the syntax is ");
    DicomObject bare = parse(data.bytes());
    hasTheValues(bare);
    assertThat(bare.notes()).contains("The pixels are coded as RLE Lossless.");
  }

  @Test
  void anUnknownSyntaxIsNoHindranceIfTheStreamTellsItsOwn() throws Exception {
    byte[] frame = OddObjects.runLength();
    Bytes data = open(EXPLICIT).item(0).item(frame.length).raw(frame).sequenceEnd();
    hasTheValues(parse(Bytes.file("1.2.3.4.5", data)));
    Bytes plain = OddObjects.end(EXPLICIT, OddObjects.start(EXPLICIT));
    assertThatThrownBy(() -> parse(Bytes.file("1.2.3.4.5", plain)))
        .hasMessageContaining("must have a known transfer syntax, but has '1.2.3.4.5'");
  }

  @ParameterizedTest
  @ValueSource(strings = {JPEG, Bytes.EXPLICIT})
  void codedBytesWithALengthAndWithoutItems(String syntax) throws Exception {
    byte[] stream = OddObjects.stream(40, 7);
    Bytes data = described(EXPLICIT).longHead(OddObjects.PIXELS, "OB", stream.length).raw(stream);
    for (boolean lenient : new boolean[] {false, true}) {
      DicomObject object = DicomReader.parse(Bytes.file(syntax, data), lenient);
      assertThat(fragments(object)).containsExactly(stream);
      assertThat(object.syntax().isEncapsulated()).isTrue();
      assertThat(object.notes().getFirst()).isEqualTo("The coded pixel data stands in no items.");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {JPEG, RLE, "1.2.840.10008.1.2.4.90"})
  void codedBytesThatNobodyKnowsAreNoPicture(String syntax) throws Exception {
    for (int length : new int[] {4, 10, 40}) {
      Bytes data = described(EXPLICIT).longHead(OddObjects.PIXELS, "OB", length);
      byte[] file = Bytes.file(syntax, data.raw(new byte[length]));
      for (boolean lenient : new boolean[] {false, true}) {
        ReadOptions options = ReadOptions.standard();
        DicomObject object = DicomReader.parse(file, lenient);
        assertThatThrownBy(() -> DicomImage.of(object, lenient ? options.leniently() : options))
            .hasMessageContaining("must have its coded pixel data in items");
      }
    }
  }

  @Test
  void severalStreamsBehindEachOtherAreFrames() throws Exception {
    byte[] one = OddObjects.stream(40, 7);
    byte[] two = OddObjects.stream(60, 9);
    Bytes data = EXPLICIT.text(described(EXPLICIT), 0x00280008, "IS", "2 ");
    data.longHead(OddObjects.PIXELS, "OB", 100).raw(one).raw(two);
    assertThat(fragments(parse(Bytes.file(JPEG, data)))).containsExactly(one, two);
  }

  @Test
  void itemsInsidePixelDataWithALength() throws Exception {
    byte[] frame = OddObjects.runLength();
    byte[] items = Bytes.little().item(0).item(frame.length).raw(frame).sequenceEnd().bytes();
    for (int length : new int[] {items.length, items.length - 8}) {
      byte[] value = Arrays.copyOf(items, length);
      Bytes data = described(EXPLICIT).longHead(OddObjects.PIXELS, "OB", length).raw(value);
      hasTheValues(parse(Bytes.file(RLE, data)));
      hasTheValues(parse(Bytes.file(Bytes.EXPLICIT, data)));
    }
  }

  @Test
  void plainPixelsUnderASyntaxForCodedOnes() throws Exception {
    Bytes data = OddObjects.end(EXPLICIT, OddObjects.start(EXPLICIT));
    DicomObject object = parse(Bytes.file(JPEG, data));
    hasTheValues(object);
    assertThat(object.syntax()).isEqualTo(TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
    assertThat(object.notes().getFirst()).startsWith("The pixels are not coded, though");
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void plainPixelsWithoutALength(Form form) throws Exception {
    byte[] pixels = OddObjects.pixels(form.big);
    Bytes head = form.head(described(form), OddObjects.PIXELS, "OW", Bytes.UNDEFINED);
    byte[] start = form.file(head.raw(pixels));
    hasTheValues(parse(start));
    hasTheValues(parse(Bytes.little().raw(start).raw("more").bytes()));
    byte[] end = form.bytes().sequenceEnd().bytes();
    DicomObject object = parse(Bytes.little().raw(start).raw(end).bytes());
    hasTheValues(object);
    assertThat(object.notes().getFirst())
        .isEqualTo("The pixel data has no length; its 12 bytes are those that its frames need.");
    byte[] short2 = Arrays.copyOf(start, start.length - 2);
    assertThatThrownBy(() -> parse(short2)).isInstanceOf(DicomException.class);
  }

  @Test
  void plainPixelsWithoutALengthAreNotTakenForCodedOnes() {
    Bytes data = EXPLICIT.head(described(EXPLICIT), OddObjects.PIXELS, "OB", Bytes.UNDEFINED);
    data.raw(OddObjects.pixels(false));
    assertThatThrownBy(() -> parse(Bytes.file(JPEG, data))).isInstanceOf(DicomException.class);
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void plainPixelsInItems(Form form) throws Exception {
    byte[] pixels = OddObjects.pixels(form.big);
    Bytes data = form.head(described(form), OddObjects.PIXELS, "OW", Bytes.UNDEFINED);
    DicomObject object =
        parse(form.file(data.item(0).item(pixels.length).raw(pixels).sequenceEnd()));
    hasTheValues(object);
    assertThat(object.notes())
        .containsExactly("The pixels stand in items, though they are not coded.");
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 16, 32})
  void thePixelsOfTheMakersSyntaxAreBigEndian(int bits) throws Exception {
    Form form = Form.IMPLICIT;
    Bytes data = OddObjects.start(form);
    form.number(data, 0x00280002, 1);
    form.text(data, 0x00280004, "CS", "MONOCHROME2 ");
    form.number(data, 0x00280010, 1);
    form.number(data, 0x00280011, 2);
    form.number(data, 0x00280100, bits);
    form.number(data, 0x00280101, bits);
    form.number(data, 0x00280102, bits - 1);
    form.number(data, 0x00280103, 0);
    byte[] pixels = Bytes.big().number(5, bits / 8).number(200, bits / 8).bytes();
    data.implicit(OddObjects.PIXELS, pixels);
    DicomObject object = parse(Bytes.file("1.2.840.113619.5.2", data));
    assertThat(PixelData.of(object).frame(0, Limits.standard()).values().toDoubles())
        .containsExactly(5, 200);
    assertThat(object.notes().getFirst()).startsWith("The transfer syntax is GE's");
  }
}
