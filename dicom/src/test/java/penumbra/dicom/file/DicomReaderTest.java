package penumbra.dicom.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.dicom.Bytes;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomObject;
import penumbra.dicom.Element;
import penumbra.dicom.Tag;
import penumbra.dicom.Tags;
import penumbra.dicom.TransferSyntax;
import penumbra.dicom.Value;
import penumbra.dicom.Vr;

class DicomReaderTest {
  private static final Tag CREATOR = Tag.of(0x0029, 0x0010);
  private static final Tag PRIVATE = Tag.of(0x0029, 0x1010);
  private static final int ROWS = 0x00280010;
  private static final int SEQUENCE = 0x00283010;
  private static final int PIXELS = 0x7FE00010;

  @Test
  void implicitElementsHaveTheirRepresentationFromTheDictionary() throws Exception {
    Bytes data =
        Bytes.little()
            .implicit(0x00080060, "CR")
            .implicit(ROWS, new byte[] {2, 0})
            .implicit(0x00280103, new byte[] {1, 0})
            .implicit(0x00280120, new byte[] {-1, -1})
            .implicit(0x00290010, "MAKER ")
            .implicit(0x00291010, "anything")
            .implicit(0x60023000, new byte[] {1, 2})
            .implicit(PIXELS, new byte[] {1, 2});
    DicomObject object = DicomReader.parse(Bytes.file(Bytes.IMPLICIT, data), false);
    assertThat(object.syntax()).isEqualTo(TransferSyntax.IMPLICIT_LITTLE_ENDIAN);
    assertThat(object.data().integer(Tags.PIXEL_PADDING_VALUE)).hasValue(-1);
    assertThat(object.data().elements())
        .extracting(Element::vr)
        .containsExactly(Vr.CS, Vr.US, Vr.US, Vr.SS, Vr.LO, Vr.UN, Vr.OW, Vr.OW);
    assertThat(object.data().text(CREATOR)).hasValue("MAKER");
    assertThat(object.notes()).isEmpty();
  }

  @Test
  void bigEndianNumbersAreTurned() throws Exception {
    Bytes data =
        Bytes.big()
            .explicit(ROWS, "US", new byte[] {1, 2})
            .explicit(0x00280009, "AT", new byte[] {0, 0x18, 0x10, 0x63})
            .longHead(PIXELS, "OW", 4)
            .raw((byte) 1, (byte) 2, (byte) 3, (byte) 4);
    DataSet read = DicomReader.parse(Bytes.file(Bytes.BIG, data), false).data();
    assertThat(read.integer(Tags.ROWS)).hasValue(0x0102);
    assertThat(bytes(read, Tag.of(0x0028, 0x0009))).containsExactly(0x18, 0, 0x63, 0x10);
    assertThat(bytes(read, Tags.PIXEL_DATA)).containsExactly(2, 1, 4, 3);
  }

  @Test
  void sequencesAndItemsHaveALengthOrADelimiter() throws Exception {
    byte[] rows = Bytes.little().explicit(ROWS, "US", new byte[] {7, 0}).bytes();
    Bytes data =
        Bytes.little()
            .longHead(SEQUENCE, "SQ", Bytes.UNDEFINED)
            .item(rows.length)
            .raw(rows)
            .item(Bytes.UNDEFINED)
            .raw(rows)
            .longHead(SEQUENCE, "SQ", 8 + rows.length)
            .item(rows.length)
            .raw(rows)
            .itemEnd()
            .item(0)
            .sequenceEnd()
            .longHead(PIXELS, "OB", 0);
    DicomObject object = DicomReader.parse(Bytes.file(Bytes.EXPLICIT, data), false);
    List<DataSet> items = object.data().items(Tags.VOI_LUT_SEQUENCE);
    assertThat(items).hasSize(3);
    assertThat(items.get(0).integer(Tags.ROWS)).hasValue(7);
    assertThat(items.get(1).items(Tags.VOI_LUT_SEQUENCE).getFirst().integer(Tags.ROWS)).hasValue(7);
    assertThat(items.get(2).elements()).isEmpty();
    assertThat(object.data().has(Tags.PIXEL_DATA)).isTrue();
    assertThat(object.notes()).isEmpty();
  }

  @Test
  void aSequenceOfUnknownRepresentationIsImplicit() throws Exception {
    Bytes data =
        Bytes.little()
            .longHead(0x00281050, "UN", 2)
            .raw("40")
            .longHead(0x00291010, "UN", Bytes.UNDEFINED)
            .item(Bytes.UNDEFINED)
            .implicit(ROWS, new byte[] {7, 0})
            .itemEnd()
            .item(Bytes.UNDEFINED)
            .explicit(ROWS, "US", new byte[] {8, 0})
            .itemEnd()
            .sequenceEnd();
    DicomObject object = DicomReader.parse(Bytes.file(Bytes.EXPLICIT, data), false);
    assertThat(object.data().items(PRIVATE).get(0).integer(Tags.ROWS)).hasValue(7);
    assertThat(object.data().items(PRIVATE).get(1).integer(Tags.ROWS)).hasValue(8);
    assertThat(object.data().number(Tags.WINDOW_CENTER)).hasValue(40);
    assertThat(object.notes())
        .containsExactly("The item at byte 232 is explicit where it should be implicit.");
  }

  @Test
  void representationsThatAreNoneAreReadByWhatFollows() throws Exception {
    Bytes data =
        Bytes.little()
            .explicit(0x00080060, "??", "CR")
            .explicit(0x00080070, "  ", "Maker ")
            .implicit(0x00080080, "Hospital")
            .longHead(0x00081010, "ZZ", 2)
            .raw("ab")
            .explicit(ROWS, "US", new byte[] {7, 0});
    DicomObject object = DicomReader.parse(Bytes.file(Bytes.EXPLICIT, data), false);
    assertThat(object.data().text(Tags.MODALITY)).hasValue("CR");
    assertThat(object.data().text(Tags.MANUFACTURER)).hasValue("Maker");
    assertThat(object.data().text(Tags.INSTITUTION_NAME)).hasValue("Hospital");
    assertThat(object.data().text(Tags.STATION_NAME)).hasValue("ab");
    assertThat(object.data().integer(Tags.ROWS)).hasValue(7);
    assertThat(object.notes())
        .containsExactly(
            "(0008,0060) at byte 172 names no value representation; read with a length of two bytes"
                + " as CS.",
            "(0008,0070) at byte 182 names no value representation; read with a length of two bytes"
                + " as LO.",
            "(0008,0080) at byte 196 names no value representation; read with a length of four"
                + " bytes as LO.",
            "(0008,1010) at byte 212 has the unknown value representation ZZ; taken as bytes.");
  }

  @Test
  void codedPixelsAreFragments() throws Exception {
    Bytes data =
        Bytes.little()
            .longHead(PIXELS, "OB", Bytes.UNDEFINED)
            .item(4)
            .number(0, 4)
            .item(2)
            .raw("ab")
            .item(4)
            .raw("cdef")
            .sequenceEnd();
    DicomObject object = DicomReader.parse(Bytes.file("1.2.840.10008.1.2.5", data), false);
    assertThat(object.syntax()).isEqualTo(TransferSyntax.RLE_LOSSLESS);
    Value.Fragments pixels =
        (Value.Fragments) object.data().element(Tags.PIXEL_DATA).orElseThrow().value();
    assertThat(pixels.offsets().byteSize()).isEqualTo(4);
    assertThat(pixels.fragments())
        .extracting(fragment -> fragment.byteSize())
        .containsExactly(2L, 4L);
  }

  @Test
  void bareDataSetsAreRecognisedInEveryEncoding() throws Exception {
    for (Bytes bare :
        List.of(
            Bytes.little().implicit(0x00080060, "CR").implicit(ROWS, new byte[] {7, 0}),
            Bytes.little().explicit(0x00080060, "CS", "CR").explicit(ROWS, "US", new byte[] {7, 0}),
            Bytes.big().explicit(0x00080060, "CS", "CR").explicit(ROWS, "US", new byte[] {0, 7}))) {
      assertThat(DicomReader.recognises(bare.bytes())).isTrue();
      DicomObject object = DicomReader.parse(bare.bytes(), false);
      assertThat(object.data().integer(Tags.ROWS)).hasValue(7);
      assertThat(object.data().text(Tags.MODALITY)).hasValue("CR");
      assertThat(object.notes()).first().isEqualTo("The file has no preamble.");
    }
    assertThat(DicomReader.recognises("P5 10 10 255 and more".getBytes(StandardCharsets.US_ASCII)))
        .isFalse();
    assertThat(DicomReader.recognises(new byte[512])).isFalse();
  }

  @Test
  void elementsDecideWhereTheNamedSyntaxIsWrong() throws Exception {
    Bytes data = Bytes.little().explicit(0x00080060, "CS", "CR");
    DicomObject object = DicomReader.parse(Bytes.file(Bytes.IMPLICIT, data), false);
    assertThat(object.syntax()).isEqualTo(TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
    assertThat(object.data().text(Tags.MODALITY)).hasValue("CR");
    assertThat(object.notes())
        .containsExactly(
            "The elements are explicit little-endian, though the syntax is Implicit VR Little"
                + " Endian.");
  }

  @Test
  void odditiesThatOthersTolerateAreNoted() throws Exception {
    Bytes data =
        Bytes.little()
            .explicit(0x00080060, "CS", "CR")
            .itemEnd()
            .explicit(0x00100020, "LO", "odd")
            .explicit(0x00100010, "PN", "A^")
            .explicit(ROWS, "US", new byte[] {7, 0})
            .longHead(PIXELS, "OB", 2)
            .raw("ab")
            .raw(new byte[20]);
    DicomObject object = DicomReader.parse(Bytes.file(Bytes.EXPLICIT, data), false);
    assertThat(object.data().text(Tags.PATIENT_ID)).hasValue("odd");
    assertThat(object.data().text(Tags.PATIENT_NAME)).hasValue("A^");
    assertThat(object.notes())
        .containsExactly(
            "The delimiter (FFFE,E00D) at byte 182 is out of place; skipped.",
            "(0010,0020) at byte 190 has an odd length, 3.",
            "(0010,0010) at byte 201 is not in the order of tags.",
            "20 bytes behind the last element are no elements; left out.");
  }

  @Test
  void aHeaderLongerThanTheFirstLookIsReadWhole(@TempDir Path folder) throws Exception {
    byte[] preview = new byte[40_000];
    Arrays.fill(preview, (byte) 5);
    Bytes data =
        Bytes.little()
            .longHead(0x00091010, "OB", preview.length)
            .raw(preview)
            .explicit(ROWS, "US", new byte[] {7, 0})
            .longHead(PIXELS, "OB", 1 << 20)
            .raw("cut short, which a header does not care for");
    Path file = folder.resolve("preview.dcm");
    Files.write(file, Bytes.file(Bytes.EXPLICIT, data));
    DataSet header = DicomReader.readHeader(file).data();
    assertThat(header.integer(Tags.ROWS)).hasValue(7);
    assertThat(bytes(header, Tag.of(0x0009, 0x1010))).isEqualTo(preview);
    assertThat(header.has(Tags.PIXEL_DATA)).isFalse();
  }

  private static byte[] bytes(DataSet data, Tag tag) {
    return data.bytes(tag).orElseThrow().toArray(java.lang.foreign.ValueLayout.JAVA_BYTE);
  }
}
