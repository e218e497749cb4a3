package penumbra.dicom.grey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import penumbra.core.DType;
import penumbra.core.NdArray;
import penumbra.core.Radiograph;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomObject;
import penumbra.dicom.Element;
import penumbra.dicom.Tags;
import penumbra.dicom.TransferSyntax;
import penumbra.dicom.Vr;
import penumbra.dicom.file.DicomReader;
import penumbra.dicom.file.DicomWriter;
import penumbra.io.ImageFiles;
import penumbra.io.ImageFormats;
import penumbra.io.format.Derivation;
import penumbra.io.format.ImageSource;
import penumbra.io.format.Limits;
import penumbra.io.format.Origin;
import penumbra.io.format.ReadOptions;
import penumbra.io.format.UnreadableFileException;
import penumbra.io.format.ValueScale;
import penumbra.io.format.WriteOptions;
import penumbra.io.png.Png;

/// DICOM among the other formats: from files, bytes and streams, and into them.
class DicomFormatTest {
  private static final int[] VALUES = {0, 1, 700, 4095, 2048, 9};

  @TempDir Path folder;

  static byte[] file(TransferSyntax syntax) throws IOException {
    DicomObject object =
        Rows.of(
            12,
            false,
            VALUES,
            Element.ofText(Tags.SOP_CLASS_UID, Vr.UI, "1.2.840.10008.5.1.4.1.1.1"),
            Element.ofText(Tags.SOP_INSTANCE_UID, Vr.UI, "2.25.7"),
            Element.ofText(Tags.STUDY_INSTANCE_UID, Vr.UI, "2.25.8"),
            Element.ofText(Tags.PATIENT_ID, Vr.LO, "P1"),
            Rows.ds(Tags.WINDOW_CENTER, "2048"),
            Rows.ds(Tags.WINDOW_WIDTH, "4096"),
            Rows.ds(Tags.PIXEL_SPACING, "0.2\\0.1"));
    return written(DicomObject.of(syntax, object.data()));
  }

  private static byte[] file() throws IOException {
    return file(TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
  }

  private static Derivation derivation() {
    return new Derivation(
        "doubled",
        "doubled",
        "{}",
        "0.1.0",
        ValueScale.OWN,
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty());
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "IMPLICIT_LITTLE_ENDIAN",
        "EXPLICIT_LITTLE_ENDIAN",
        "EXPLICIT_BIG_ENDIAN",
        "DEFLATED"
      })
  void bytesAndStreamsGiveWhatFilesGive(TransferSyntax syntax) throws Exception {
    byte[] bytes = file(syntax);
    Path path = Files.write(folder.resolve("a.dcm"), bytes);
    byte[] meant = written(DicomReader.read(path));
    assertThat(written(DicomReader.read(bytes))).isEqualTo(meant);
    InputStream in = new ByteArrayInputStream(bytes);
    assertThat(written(DicomReader.read(in))).isEqualTo(meant);
    ImageSource source = ImageSource.of(bytes, "a");
    assertThat(DicomReader.readHeader(source).data().text(Tags.PATIENT_ID)).hasValue("P1");
    Radiograph read = ImageFiles.read(path);
    for (Radiograph other :
        List.of(
            ImageFiles.read(bytes),
            ImageFiles.read(new ByteArrayInputStream(bytes), "b", ReadOptions.standard()))) {
      assertThat(other.pixels().sameBits(read.pixels())).isTrue();
      assertThat(other.spacing()).isEqualTo(read.spacing());
      assertThat(other.decodingSteps()).isEqualTo(read.decodingSteps());
    }
  }

  static byte[] written(DicomObject object) throws IOException {
    var out = new ByteArrayOutputStream();
    DicomWriter.write(object, out);
    return out.toByteArray();
  }

  @Test
  void whatIsCutOffIsRefusedInTheSameWords() throws Exception {
    byte[] whole = file();
    for (int length : new int[] {0, 1, 140, 200, whole.length / 2, whole.length - 1}) {
      byte[] some = Arrays.copyOf(whole, length);
      Path path = Files.write(folder.resolve("cut.dcm"), some);
      @Nullable Throwable meant = catchThrowable(() -> DicomReader.read(path));
      ImageSource source =
          ImageSource.of(new ByteArrayInputStream(some), path.toString(), Limits.standard());
      assertThat(meant).isInstanceOf(UnreadableFileException.class);
      assertThatThrownBy(() -> DicomReader.read(source, false, Limits.standard()))
          .isInstanceOf(UnreadableFileException.class)
          .hasMessage(meant.getMessage());
    }
    assertThatThrownBy(() -> DicomReader.read(new byte[0]))
        .hasMessage(
            "the bytes must hold a picture or an array, but is empty; copy or download it again");
  }

  @Test
  void aResultOfBytesIsOfTheirPatient() throws Exception {
    ImageSource source = ImageSource.of(file(), "upload");
    Radiograph read = ImageFiles.read(source, ReadOptions.standard());
    NdArray doubled = NdArray.of(DType.UINT16, new double[] {0, 2, 1400, 8190, 4096, 18}, 1, 6);
    WriteOptions options =
        WriteOptions.standard().withOrigin(new Origin(source, read, derivation()));
    var out = new ByteArrayOutputStream();
    assertThat(ImageFiles.write(read.withResult(doubled), out, "dcm", options)).isEmpty();
    Path path = folder.resolve("doubled.dcm");
    ImageFiles.write(read.withResult(doubled), path, options);
    assertThat(out.toByteArray()).isEqualTo(Files.readAllBytes(path));
    DataSet data = DicomReader.read(out.toByteArray()).data();
    assertThat(data.text(Tags.PATIENT_ID)).hasValue("P1");
    assertThat(data.text(Tags.STUDY_INSTANCE_UID)).hasValue("2.25.8");
    assertThat(data.text(Tags.DERIVATION_DESCRIPTION)).hasValue("doubled");
    assertThat(ImageFiles.read(path).pixels().toDoubles()).containsExactly(doubled.toDoubles());
  }

  @Test
  void aResultOfAPictureIsASecondaryCaptureWithItsSpacing() throws Exception {
    NdArray grey = NdArray.ofUint8(new byte[] {1, 2, 3, 4, 5, 6}, 2, 3);
    Radiograph image =
        new Radiograph(grey, "a.png", List.of(), List.of(0.5, 0.25), Optional.empty());
    ImageSource source = ImageSource.of(Png.encode(grey), "a.png");
    WriteOptions options =
        WriteOptions.standard().withOrigin(new Origin(source, image, derivation()));
    var out = new ByteArrayOutputStream();
    ImageFiles.write(image, out, "dcm", options);
    DataSet data = DicomReader.read(out.toByteArray()).data();
    assertThat(data.text(Tags.SOP_CLASS_UID)).hasValue("1.2.840.10008.5.1.4.1.1.7");
    assertThat(data.texts(Tags.PIXEL_SPACING)).containsExactly("0.5", "0.25");
    assertThat(data.text(Tags.LOSSY_IMAGE_COMPRESSION)).isEmpty();
  }

  @Test
  void whatWasRoundedIsSaid() throws Exception {
    ImageSource source = ImageSource.of(file(), "upload");
    Radiograph read = ImageFiles.read(source, ReadOptions.standard());
    NdArray real = NdArray.ofFloat32(new float[] {0, 0.1f, 0.7f, 1, 3.3f, 2}, 1, 6);
    WriteOptions options =
        WriteOptions.standard().withOrigin(new Origin(source, read, derivation()));
    Optional<String> lost =
        ImageFiles.write(read.withResult(real), folder.resolve("real.dcm"), options);
    assertThat(lost.orElseThrow()).contains("rounded");
  }

  @Test
  void withoutAnOriginNothingIsWritten() {
    NdArray grey = NdArray.ofUint8(new byte[6], 2, 3);
    Path path = folder.resolve("a.dcm");
    String rule =
        " must know what its values were made from, and how, but is not told; give their origin"
            + " with WriteOptions.withOrigin, or write .npy or .tif";
    assertThatThrownBy(() -> ImageFiles.write(grey, path))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(path + rule);
    var out = new ByteArrayOutputStream();
    Radiograph image = new Radiograph(grey, "", List.of());
    assertThatThrownBy(() -> ImageFiles.write(image, out, "dcm")).hasMessage("a .dcm file" + rule);
    assertThat(out.size()).isZero();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void dicomIsAFormatLikeTheOthers() throws Exception {
    assertThat(ImageFormats.forms().getLast().name()).isEqualTo("dcm");
    assertThat(ImageFormats.form("dcm").orElseThrow().needsOrigin()).isTrue();
    assertThat(ImageFormats.writtenEndings()).endsWith(".gif or .dcm");
    // For programs that know only TIFF.
    byte[] both = file();
    both[0] = 'I';
    both[1] = 'I';
    both[2] = 42;
    assertThat(ImageFiles.read(both).pixels()).hasToString("(1, 6) uint16");
  }
}
