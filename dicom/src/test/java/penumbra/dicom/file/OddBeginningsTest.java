package penumbra.dicom.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import penumbra.dicom.Bytes;
import penumbra.dicom.DicomObject;
import penumbra.dicom.Tags;
import penumbra.dicom.TransferSyntax;
import penumbra.dicom.file.OddObjects.Form;
import penumbra.io.format.Limits;

/// Files that begin in another way than they should.
class OddBeginningsTest {
  private static byte[] sound(Form form) {
    return form.file(OddObjects.end(form, OddObjects.start(form)));
  }

  private static DicomObject read(byte[] file) throws Exception {
    assertThat(DicomReader.recognises(Arrays.copyOf(file, Math.min(512, file.length)))).isTrue();
    return OddElementsTest.read(file);
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void noPreamble(Form form) throws Exception {
    byte[] file = sound(form);
    byte[] magic = Arrays.copyOfRange(file, 128, file.length);
    assertThat(read(magic).notes()).containsExactly("The file has no preamble.");
    byte[] meta = Arrays.copyOfRange(file, 132, file.length);
    assertThat(read(meta).notes()).containsExactly("The file has no preamble.");
    byte[] bare = OddObjects.end(form, OddObjects.start(form)).bytes();
    assertThat(read(bare).notes()).hasSize(2);
  }

  @Test
  void aPreambleWithoutItsMark() throws Exception {
    byte[] file = sound(Form.EXPLICIT);
    byte[] marked =
        Bytes.little().raw(new byte[128]).raw(Arrays.copyOfRange(file, 132, file.length)).bytes();
    assertThat(read(marked).notes()).containsExactly("DICM does not stand behind the preamble.");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 64, 127, 129, 256})
  void aPreambleOfAnotherLength(int length) throws Exception {
    byte[] file = sound(Form.EXPLICIT);
    byte[] moved =
        Bytes.little()
            .raw(new byte[length])
            .raw(Arrays.copyOfRange(file, 128, file.length))
            .bytes();
    assertThat(read(moved).notes())
        .containsExactly("DICM stands at byte " + length + " instead of 128.");
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void gzipAroundTheFile(Form form, @TempDir Path folder) throws Exception {
    byte[] file = sound(form);
    byte[] packed = gzip(file);
    assertThat(read(packed).notes()).containsExactly("The file is packed by gzip.");
    Path at = folder.resolve("packed.dcm");
    Files.write(at, packed);
    DicomObject header = DicomReader.readHeader(at);
    assertThat(header.data().text(Tags.PATIENT_ID)).hasValue("P1");
    assertThat(header.data().has(Tags.PIXEL_DATA)).isFalse();
    for (int length = 0; length < packed.length; length++) {
      byte[] cut = Arrays.copyOf(packed, length);
      assertThatThrownBy(() -> DicomReader.parse(cut, false))
          .hasMessageContaining(", but ")
          .hasMessageContaining("; ");
    }
  }

  @Test
  void gzipUnpacksNoFurtherThanItsLimits(@TempDir Path folder) throws Exception {
    Bytes data = OddObjects.start(Form.EXPLICIT).longHead(0x00091010, "OB", 20 << 20);
    byte[] large = Form.EXPLICIT.file(data.raw(new byte[20 << 20]));
    Path at = folder.resolve("bomb.dcm");
    Files.write(at, gzip(large));
    assertThatThrownBy(() -> DicomReader.read(at, false, new Limits(1000)))
        .hasMessageContaining("must inflate to at most ");
    assertThat(DicomReader.readHeader(at).data().text(Tags.MODALITY)).hasValue("CR");
  }

  @Test
  void otherGzipFilesAreNoDicom() throws Exception {
    assertThat(DicomReader.recognises(gzip(new byte[1000]))).isFalse();
    assertThatThrownBy(() -> DicomReader.parse(gzip(new byte[1000]), false))
        .hasMessageContaining("must be a DICOM file");
  }

  @Test
  void theFirstOfTwoMetaHeadersCounts() throws Exception {
    String second = "1.2.840.10008.1.2.4.70";
    Bytes meta = Bytes.file(Bytes.EXPLICIT).explicit(0x00020010, "UI", second);
    byte[] file = OddObjects.end(Form.EXPLICIT, OddObjects.start(Form.EXPLICIT)).bytes();
    DicomObject object = read(meta.raw(file).bytes());
    assertThat(object.meta().text(Tags.TRANSFER_SYNTAX_UID)).hasValue(Bytes.EXPLICIT);
    assertThat(object.syntax()).isEqualTo(TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
    assertThat(object.notes())
        .contains("(0002,0010) stands twice in the meta header; the first counts.");
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void anElementOfTheMetaHeaderInTheDataSetIsLeftOut(Form form) throws Exception {
    Bytes data = form.text(OddObjects.start(form), 0x00020010, "UI", "1.2.840.10008.1.2.5\0");
    DicomObject object = read(form.file(OddObjects.end(form, data)));
    assertThat(object.data().has(Tags.TRANSFER_SYNTAX_UID)).isFalse();
    assertThat(object.notes())
        .contains("(0002,0010) of a meta header stands in the data set; left out.");
    Bytes first = form.text(form.bytes(), 0x00020010, "UI", "1.2.840.10008.1.2.5\0");
    form.text(first, OddObjects.MODALITY, "CS", "CR");
    object = read(form.file(OddObjects.end(form, first)));
    assertThat(object.data().has(Tags.TRANSFER_SYNTAX_UID)).isFalse();
  }

  @Test
  void theElementsDecideOnTheirEncoding() throws Exception {
    for (Form named : Form.values()) {
      for (Form actual : Form.values()) {
        if (named != actual) {
          Bytes data = OddObjects.end(actual, OddObjects.start(actual));
          assertThat(read(Bytes.file(named.syntax, data)).notes())
              .singleElement()
              .asString()
              .startsWith("The elements are ");
        }
      }
    }
    Bytes plain = OddObjects.end(Form.EXPLICIT, OddObjects.start(Form.EXPLICIT));
    assertThat(read(Bytes.file("1.2.840.10008.1.2.1.99", plain)).notes())
        .singleElement()
        .asString()
        .startsWith("The data set is not deflated");
  }

  @Test
  void aSecondPreambleBehindTheMetaHeader() throws Exception {
    byte[] inner =
        Form.EXPLICIT.file(OddObjects.end(Form.EXPLICIT, OddObjects.start(Form.EXPLICIT)));
    DicomObject object = read(Bytes.file(Bytes.EXPLICIT).raw(inner).bytes());
    assertThat(object.notes().getFirst()).startsWith("A second preamble and meta header follow");
  }

  @Test
  void aDataSetThatIsDeflatedWithoutSayingSo() throws Exception {
    byte[] data = OddObjects.end(Form.EXPLICIT, OddObjects.start(Form.EXPLICIT)).bytes();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (var deflate = new DeflaterOutputStream(out, new Deflater(9, true))) {
      deflate.write(data);
    }
    byte[] file = Bytes.file(Bytes.EXPLICIT).raw(out.toByteArray()).bytes();
    assertThat(read(file).notes())
        .containsExactly(
            "The data set is deflated, though the syntax is Explicit VR Little Endian.");
  }

  /// The first element is one that no dictionary has.
  @Test
  void aPrivateElementFirst() throws Exception {
    for (Form named : Form.values()) {
      for (Form actual : new Form[] {Form.EXPLICIT, Form.IMPLICIT, Form.BIG}) {
        Bytes data = actual.text(actual.bytes(), 0x00050010, "LO", "MAKER ");
        actual.text(data, OddObjects.MODALITY, "CS", "CR");
        byte[] file = Bytes.file(named.syntax, OddObjects.end(actual, data));
        DicomObject object = DicomReader.parse(file, false);
        assertThat(object.data().text(Tags.PATIENT_ID)).hasValue("P1");
        assertThat(object.notes().isEmpty()).isEqualTo(named == actual);
      }
    }
  }

  /// A file that unpacks to itself is unpacked once.
  @Test
  void gzipInsideGzipIsNoDicom() throws Exception {
    byte[] twice = gzip(gzip(sound(Form.EXPLICIT)));
    assertThat(DicomReader.recognises(twice)).isFalse();
    assertThatThrownBy(() -> DicomReader.parse(twice, false))
        .hasMessageContaining("must be a DICOM file");
  }

  private static byte[] gzip(byte[] bytes) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
      packed.write(bytes);
    }
    return out.toByteArray();
  }
}
