package penumbra.dicom.grey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import penumbra.core.DType;
import penumbra.core.NdArray;
import penumbra.dicom.RealFiles;
import penumbra.io.ImageFiles;
import penumbra.io.format.Limits;
import penumbra.io.format.ReadOptions;

/// Modality and display values of public files, against the digests of pydicom's that
/// `conformance/golden_dicom_grey.py` writes. Skipped where the files are missing.
class RealGreyTest {
  /// A line of the golden file.
  record Line(String file, String values, String digest) {}

  static List<Line> lines() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(RealGreyTest.class.getResourceAsStream("real.tsv"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split("\t"))
          .map(cells -> new Line(cells[0], cells[1], cells[2]))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("lines")
  void valuesArePydicoms(Line line) throws IOException {
    Path file = RealFiles.dicom(line.file() + ".dcm");
    DicomImage image = DicomFormat.image(file, ReadOptions.standard());
    boolean display = line.values().equals("display");
    NdArray values = display ? image.display(DType.UINT16) : image.modality();
    assertThat(digest(values)).isEqualTo(line.digest());
  }

  @Test
  void coloursAreKeptInEightBitsWhereThatIsAskedFor() throws IOException {
    ReadOptions inColour = ReadOptions.standard().withColours(true);
    Path deep = RealFiles.dicom("SC_rgb_rle_16bit.dcm");
    NdArray stored = DicomFormat.image(deep, inColour).decoded().values();
    NdArray kept = ImageFiles.read(deep, inColour).pixels();
    assertThat(kept.type()).isEqualTo(DType.UINT8);
    assertThat(kept.shape()).isEqualTo(stored.shape());
    double[] samples = stored.toDoubles();
    double[] levels = kept.toDoubles();
    for (int i = 0; i < samples.length; i++) {
      assertThat(levels[i]).isEqualTo(Math.rint(samples[i] * 255 / 65535));
    }
    assertThat(ImageFiles.read(RealFiles.dicom("CT_small.dcm"), inColour).pixels().rank())
        .isEqualTo(2);
  }

  @Test
  void bonesAreLightInThePlainRadiographs() throws IOException {
    for (String name : List.of("RG1_J2KI.dcm", "RG3_J2KR.dcm")) {
      DicomImage image = DicomFormat.image(RealFiles.dicom(name), ReadOptions.standard());
      assertThat(image.inverted()).isTrue();
      // Midway down, the first rays pass beside the spine or the leg, the others through bone.
      NdArray shown = image.display(DType.UINT8);
      int row = name.startsWith("RG1") ? 900 : 400;
      double lung = shown.get(row, 560);
      double bone = shown.get(row, name.startsWith("RG1") ? 920 : 850);
      assertThat(bone).as(name).isGreaterThan(lung + 50);
    }
  }

  @Test
  void largePicturesAreRefusedBeforeTheyAreDecoded() {
    Path file = RealFiles.dicom("RG1_J2KI.dcm");
    ReadOptions options = ReadOptions.standard().withLimits(new Limits(1000));
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(() -> DicomFormat.image(file, options)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("1955")
        .hasMessageContaining("1000");
  }

  private static String digest(NdArray values) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(values.toBytes());
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
