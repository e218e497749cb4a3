package penumbra.dicom.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import penumbra.core.InvalidInputException;
import penumbra.dicom.Bytes;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomObject;
import penumbra.dicom.Element;
import penumbra.dicom.Listing;
import penumbra.dicom.SmallObjects;
import penumbra.dicom.Tag;
import penumbra.dicom.Tags;
import penumbra.dicom.TransferSyntax;
import penumbra.dicom.Vr;

class DicomWriterTest {
  private static final DataSet IDENTITY =
      DataSet.of(
          Element.ofText(Tags.SOP_CLASS_UID, Vr.UI, "1.2.840.10008.5.1.4.1.1.7"),
          Element.ofText(Tags.SOP_INSTANCE_UID, Vr.UI, "2.25.1"));

  @ParameterizedTest
  @EnumSource(
      names = {
        "IMPLICIT_LITTLE_ENDIAN",
        "EXPLICIT_LITTLE_ENDIAN",
        "EXPLICIT_BIG_ENDIAN",
        "DEFLATED",
        "RLE_LOSSLESS"
      })
  void whatIsWrittenReadsTheSameAndIsTheSameBytesAgain(TransferSyntax syntax) throws Exception {
    byte[] written = SmallObjects.bytes(syntax);
    DicomObject read = DicomReader.parse(written, false);
    assertThat(read.syntax()).isEqualTo(syntax);
    assertThat(read.notes()).isEmpty();
    assertThat(Listing.of(read.data())).isEqualTo(Listing.of(SmallObjects.of(syntax).data()));
    ByteArrayOutputStream again = new ByteArrayOutputStream();
    DicomWriter.write(read, again);
    assertThat(again.toByteArray()).isEqualTo(written);
    assertThat(written.length % 2).isZero();
  }

  @Test
  void theMetaHeaderTellsObjectSyntaxAndWriter() throws Exception {
    DataSet meta = DicomReader.parse(SmallObjects.bytes(TransferSyntax.DEFLATED), false).meta();
    assertThat(meta.elements())
        .extracting(Element::tag)
        .containsExactly(
            Tags.FILE_META_INFORMATION_GROUP_LENGTH,
            Tags.FILE_META_INFORMATION_VERSION,
            Tags.MEDIA_STORAGE_SOP_CLASS_UID,
            Tags.MEDIA_STORAGE_SOP_INSTANCE_UID,
            Tags.TRANSFER_SYNTAX_UID,
            Tags.IMPLEMENTATION_CLASS_UID,
            Tags.IMPLEMENTATION_VERSION_NAME);
    assertThat(meta.text(Tags.MEDIA_STORAGE_SOP_INSTANCE_UID)).hasValue("2.25.1");
    assertThat(meta.text(Tags.TRANSFER_SYNTAX_UID)).hasValue(TransferSyntax.DEFLATED.uid());
    assertThat(meta.text(Tags.IMPLEMENTATION_VERSION_NAME)).hasValue("PENUMBRA_0_1");
    assertThat(meta.text(Tags.IMPLEMENTATION_CLASS_UID).orElseThrow())
        .matches("2\\.25\\.[1-9]\\d{30,38}");
  }

  @Test
  void sequencesAreWrittenWithTheirLengths() throws Exception {
    DataSet data =
        IDENTITY.with(
            Element.ofItems(
                Tags.VOI_LUT_SEQUENCE,
                List.of(DataSet.of(Element.ofUnsignedShorts(Tags.ROWS, 7)))));
    byte[] expected =
        Bytes.little()
            .longHead(0x00283010, "SQ", 18)
            .item(10)
            .explicit(0x00280010, "US", new byte[] {7, 0})
            .bytes();
    assertThat(write(data)).endsWith(expected);
  }

  @Test
  void valuesTooLongForTheirLengthsAreWrittenAsUnknownAndReadAsTheyWere() throws Exception {
    Element points = Element.ofUnsignedShorts(Tag.of(0x0028, 0x1101), new int[40_000]);
    Element odd = Element.ofBytes(Tags.STUDY_ID, Vr.SH, new byte[] {'a', 'b', 'c'});
    DataSet read = DicomReader.parse(write(IDENTITY.with(points).with(odd)), false).data();
    Element back = read.element(points.tag()).orElseThrow();
    assertThat(back.vr()).isEqualTo(Vr.US);
    assertThat(read.numbers(points.tag())).hasSize(40_000);
    assertThat(read.bytes(odd.tag()).orElseThrow().byteSize()).isEqualTo(4);
    assertThat(read.text(odd.tag())).hasValue("abc");
  }

  @Test
  void lengthsOfGroupsAreLeftOut() throws Exception {
    Element length = Element.ofBytes(Tag.of(0x0008, 0), Vr.UL, new byte[] {1, 0, 0, 0});
    assertThat(DicomReader.parse(write(IDENTITY.with(length)), false).data().has(length.tag()))
        .isFalse();
  }

  @Test
  void nothingIsLeftOfWhatCannotBeWritten(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("out.dcm");
    DicomObject nameless = DicomObject.of(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, DataSet.empty());
    assertThatThrownBy(() -> DicomWriter.write(nameless, file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("must have a SOP Class UID (0008,0016)");
    DicomObject plain =
        DicomObject.of(
            TransferSyntax.RLE_LOSSLESS,
            IDENTITY.with(Element.ofBytes(Tags.PIXEL_DATA, Vr.OB, new byte[2])));
    assertThatThrownBy(() -> DicomWriter.write(plain, file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("must have coded pixel data")
        .hasMessageContaining("decode the pixels, or name the transfer syntax that they are in");
    try (var files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
    DicomWriter.write(SmallObjects.of(TransferSyntax.DEFLATED), file);
    assertThat(Files.readAllBytes(file)).isEqualTo(SmallObjects.bytes(TransferSyntax.DEFLATED));
  }

  private static byte[] write(DataSet data) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    DicomWriter.write(DicomObject.of(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, data), out);
    return out.toByteArray();
  }
}
