package penumbra.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import penumbra.core.Failure;
import penumbra.dicom.file.DicomReader;
import penumbra.io.format.Limits;
import penumbra.io.format.UnreadableFileException;

class DamagedDicomTest {
  private static final String TELL = "; copy or download it again, or read what is there leniently";

  @ParameterizedTest
  @EnumSource(
      names = {
        "IMPLICIT_LITTLE_ENDIAN",
        "EXPLICIT_LITTLE_ENDIAN",
        "EXPLICIT_BIG_ENDIAN",
        "DEFLATED",
        "RLE_LOSSLESS"
      })
  void aFileCutAnywhereIsShorterOrTheCheckedError(TransferSyntax syntax) throws Exception {
    byte[] whole = SmallObjects.bytes(syntax);
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      readOrFail(cut, false);
      readOrFail(cut, true);
    }
    assertThat(DicomReader.parse(whole, false).notes()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "IMPLICIT_LITTLE_ENDIAN",
        "EXPLICIT_LITTLE_ENDIAN",
        "EXPLICIT_BIG_ENDIAN",
        "DEFLATED",
        "RLE_LOSSLESS"
      })
  void aFileWithWrongBytesIsReadOrTheCheckedError(TransferSyntax syntax) {
    byte[] whole = SmallObjects.bytes(syntax);
    Random random = new Random(4);
    for (int round = 0; round < 4000; round++) {
      byte[] wrong = whole.clone();
      for (int count = random.nextInt(4); count >= 0; count--) {
        int at = 128 + random.nextInt(whole.length - 128);
        wrong[at] = (byte) (random.nextBoolean() ? 0xFF : random.nextInt(256));
      }
      readOrFail(wrong, false);
      readOrFail(wrong, true);
    }
  }

  private static void readOrFail(byte[] bytes, boolean lenient) {
    try {
      DicomObject object = DicomReader.parse(bytes, lenient);
      Listing.of(object.data());
    } catch (DicomException e) {
      assertThat(e.getMessage()).doesNotContain("\n").contains(", but ").contains("; ");
    }
  }

  @Test
  void whatIsReadBeforeTheDamageIsKeptWhenAskedFor() throws Exception {
    byte[] whole = SmallObjects.bytes(TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
    DicomObject object = DicomReader.parse(Bytes.without(whole, 3), true);
    assertThat(object.data().text(Tags.PATIENT_ID)).hasValue("P1");
    assertThat(object.data().bytes(Tags.PIXEL_DATA).orElseThrow().byteSize())
        .isEqualTo(SmallObjects.PIXEL_BYTES - 3);
    DicomObject coded =
        DicomReader.parse(Bytes.without(SmallObjects.bytes(TransferSyntax.RLE_LOSSLESS), 9), true);
    Value.Fragments pixels =
        (Value.Fragments) coded.data().element(Tags.PIXEL_DATA).orElseThrow().value();
    assertThat(pixels.fragments()).extracting(part -> part.byteSize()).containsExactly(4L, 1L);
    assertThat(coded.notes()).hasSize(1).first().asString().startsWith("Damaged: it must be whole");
  }

  @Test
  void aLengthBeyondTheFileIsAnErrorThatTellsWhere() {
    assertThatThrownBy(() ->
            DicomReader.parse(
                SmallObjects.explicit(Bytes.little().longHead(0x7FE00010, "OW", 0x7FFFFFFE)),
                false))
        .isInstanceOf(DicomException.class)
        .hasMessage(
            "must be whole, but ends inside the value of (7FE0,0010) at byte 184: 2147483646 bytes are"
                + " needed from there, 0 are left"
                + TELL);
    assertThatThrownBy(() ->
            DicomReader.parse(
                SmallObjects.explicit(
                    Bytes.little().longHead(0x00283010, "SQ", 12).item(100).number(0, 4)),
                false))
        .hasMessage(
            "must be whole, but ends inside an item at byte 192: 100 bytes are needed from there, 4 are"
                + " left"
                + TELL);
    assertThatThrownBy(() ->
            DicomReader.parse(
                SmallObjects.explicit(
                    Bytes.little()
                        .longHead(0x00283010, "SQ", Bytes.UNDEFINED)
                        .tag(0x00280010)
                        .number(0, 4)),
                false))
        .hasMessage(
            "must have an item or the end of a sequence at byte 184, but has (0028,0010); repair it with"
                + " its maker's software, or read what is there leniently");
  }

  @Test
  void theFailureSaysWhatKindItIsAndAtWhichByte() {
    byte[] cut =
        SmallObjects.explicit(Bytes.little().longHead(0x00283010, "SQ", 12).item(100).number(0, 4));
    DicomException error =
        catchThrowableOfType(DicomException.class, () -> DicomReader.parse(cut, false));
    assertThat(error.failure().kind()).isEqualTo(Failure.Kind.DAMAGED);
    assertThat(error.failure().offset()).isEqualTo(192);
    UnreadableFileException named =
        catchThrowableOfType(UnreadableFileException.class, () -> DicomReader.read(cut));
    assertThat(named.failure()).isEqualTo(error.failure().about("the bytes"));
    assertThat(named).hasMessage("the bytes " + error.getMessage());
  }

  /// Its bytes are not those of the file.
  @Test
  void inflatedDataHasNoOffsetInTheFile() throws Exception {
    byte[] whole = SmallObjects.bytes(TransferSyntax.DEFLATED);
    int withOffset = 0;
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      try {
        DicomReader.parse(cut, false);
      } catch (DicomException error) {
        boolean inflated = String.valueOf(error.getMessage()).contains("of the inflated data");
        boolean offset = error.failure().offset() != Failure.NO_OFFSET;
        assertThat(inflated && offset).as(error.getMessage()).isFalse();
        withOffset += offset ? 1 : 0;
      }
    }
    assertThat(withOffset).isPositive();
  }

  @Test
  void sequencesNestNoDeeperThanSoundFilesHaveThem() {
    Bytes deep = Bytes.little();
    for (int i = 0; i < 100_000; i++) {
      deep.longHead(0x00283010, "SQ", Bytes.UNDEFINED).item(Bytes.UNDEFINED);
    }
    for (boolean lenient : new boolean[] {false, true}) {
      assertThatThrownBy(() -> DicomReader.parse(SmallObjects.explicit(deep), lenient))
          .hasMessageStartingWith("must nest at most 64 sequences, but has one more at byte ")
          .hasMessageEndingWith("; do not trust it");
    }
  }

  @Test
  void aDeflatedFileUnpacksNoFurtherThanItsLimits(@TempDir Path folder) throws Exception {
    Path bomb = folder.resolve("bomb.dcm");
    Files.write(
        bomb,
        deflated(
            Bytes.little().longHead(0x7FE00010, "OB", 20 << 20).raw(new byte[20 << 20]).bytes()));
    assertThat(DicomReader.read(bomb).data().has(Tags.PIXEL_DATA)).isTrue();
    long most = 64 * Files.size(bomb) + 2000;
    assertThatThrownBy(() -> DicomReader.read(bomb, false, new Limits(1000)))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessage(
            bomb
                + " must inflate to at most "
                + most
                + " bytes, but gives more; if the file is"
                + " to be trusted, raise the limit with the environment variable PENUMBRA_MAX_PIXELS");
    byte[] empty = new byte[8 * ((1 << 20) + 100_000)];
    for (int at = 0; at < empty.length; at += 8) {
      System.arraycopy(new byte[] {8, 0, 0x60, 0, 'C', 'S', 0, 0}, 0, empty, at, 8);
    }
    Files.write(bomb, deflated(empty));
    assertThatThrownBy(() -> DicomReader.read(bomb))
        .hasMessageEndingWith(
            "must have no more elements than its size allows, but unpacks into more than 1,048,576 of"
                + " them; do not trust it");
  }

  @Test
  void damagedDeflatedDataIsAnErrorThatTellsWhere() {
    byte[] file = Bytes.file("1.2.840.10008.1.2.1.99").raw(new byte[] {-1, -1, -1, -1}).bytes();
    assertThatThrownBy(() -> DicomReader.parse(file, false))
        .hasMessageMatching(
            "must have sound deflated data, but has damage within the \\d+ bytes from byte 174 on; copy or"
                + " download it again");
  }

  @Test
  void otherFilesAndUnknownSyntaxesSaySo(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("a.dcm");
    Files.writeString(file, "no DICOM at all, but a text");
    for (Reading reading : List.<Reading>of(DicomReader::read, DicomReader::readHeader)) {
      assertThatThrownBy(() -> reading.of(file))
          .isInstanceOf(UnreadableFileException.class)
          .hasMessage(
              file
                  + " must be a DICOM file, but has neither DICM at byte 128 nor a known data element at"
                  + " its start; name a DICOM file, or check that it was copied whole");
    }
    Files.write(file, Bytes.file("1.2.3.4").bytes());
    assertThatThrownBy(() -> DicomReader.read(file))
        .hasMessage(
            file
                + " must have a known transfer syntax, but has '1.2.3.4'; convert it to Explicit VR"
                + " Little Endian, for instance with dcmconv");
    assertThatThrownBy(() -> DicomReader.read(folder.resolve("none.dcm")))
        .hasMessageEndingWith("none.dcm must exist, but is missing; check the path");
  }

  private interface Reading {
    DicomObject of(Path file) throws Exception;
  }

  private static byte[] deflated(byte[] data) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflate = new DeflaterOutputStream(out, new Deflater(9, true))) {
      deflate.write(data);
    }
    return Bytes.file("1.2.840.10008.1.2.1.99").raw(out.toByteArray()).bytes();
  }
}
