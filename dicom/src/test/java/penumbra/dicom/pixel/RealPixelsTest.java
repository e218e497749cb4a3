package penumbra.dicom.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import penumbra.core.NdArray;
import penumbra.dicom.DicomException;
import penumbra.dicom.RealFiles;
import penumbra.dicom.file.DicomReader;
import penumbra.io.format.Limits;

/// The pixels of real files, against those of gdcm and dcmtk: `pixels.tsv`, written by
/// conformance/dicom_pixels.py. The files are not part of the project; they are looked for in
/// `../shared/data`.
class RealPixelsTest {
  @ParameterizedTest
  @CsvFileSource(resources = "pixels.tsv", delimiter = '\t', maxCharsPerColumn = 1 << 16)
  void storedValuesAreThoseOfTheReferenceReaders(
      String name, String type, String shape, String tools, String expected) throws Exception {
    PixelData pixels = PixelData.of(DicomReader.read(RealFiles.dicom(name)));
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    NdArray first = pixels.frame(0, Limits.standard()).values();
    for (int i = 0; i < pixels.frames(); i++) {
      digest.update(pixels.frame(i, Limits.standard()).values().toBytes());
    }
    assertThat(first.type().label()).isEqualTo(type);
    assertThat(pixels.frames() + "x" + sides(first)).isEqualTo(shape);
    if (expected.contains(" ")) {
      assertThat(largestDifference(first, expected)).isLessThanOrEqualTo(1);
    } else {
      assertThat(HexFormat.of().formatHex(digest.digest())).startsWith(expected);
    }
  }

  private static String sides(NdArray array) {
    return IntStream.of(array.shape()).mapToObj(Integer::toString).collect(Collectors.joining("x"));
  }

  /// Of JPEG 2000 with loss: OpenJPEG, which gdcm decodes by, has a gain of high frequencies that
  /// is off in its fifth digit, so that roundings differ.
  private static double largestDifference(NdArray array, String samples) {
    double[] expected =
        Arrays.stream(samples.split(" ")).mapToDouble(Double::parseDouble).toArray();
    assertThat(expected).hasSizeGreaterThan(500);
    double[] values = array.toDoubles();
    int step = values.length / 512 | 1;
    double largest = 0;
    for (int i = 0; i < expected.length; i++) {
      largest = Math.max(largest, Math.abs(values[i * step] - expected[i]));
    }
    return largest;
  }

  @Test
  void truncatedPixelsAreRefusedOrFilledWithZeros() throws Exception {
    PixelData pixels = PixelData.of(DicomReader.read(RealFiles.dicom("MR_truncated.dcm"), true));
    assertThatThrownBy(() -> pixels.frame(0, Limits.standard()))
        .isInstanceOf(DicomException.class)
        .hasMessage(
            "must have 8192 bytes of pixel data for 1 frame of 64 x 64 with 1 sample of 16 bits,"
                + " but has 8130; copy it again from its source, or read what is there"
                + " leniently");
    StoredFrame frame = pixels.leniently().frame(0, Limits.standard());
    assertThat(frame.steps())
        .containsExactly("Took 62 bytes that are missing at the end of the pixel data to be 0.");
    assertThat(frame.values().get(63, 63)).isZero();
    assertThat(frame.values().get(0, 0)).isEqualTo(905);
  }

  @Test
  void aFileWithoutAnImageSaysSo() throws Exception {
    Path report = RealFiles.dicom("reportsi.dcm");
    assertThatThrownBy(() -> PixelData.of(DicomReader.read(report)))
        .hasMessage("must have pixel data, but has none; give an object that holds an image");
  }

  @Test
  void framesWhoseNumberIsNoNumberAreCounted() throws Exception {
    PixelData pixels = PixelData.of(DicomReader.read(RealFiles.dicom("badVR.dcm")));
    assertThat(pixels.frames()).isEqualTo(15);
    StoredFrame last = pixels.frame(14, Limits.standard());
    assertThat(last.odd())
        .containsExactly(
            "Number of Frames (0028,0008) is not a number (has '1A'); the frames that are there are counted.");
    PixelData sound = PixelData.of(DicomReader.read(RealFiles.dicom("rtdose.dcm")));
    assertThat(last.values().sameBits(sound.frame(14, Limits.standard()).values())).isTrue();
  }

  @Test
  void mappedPixelsThatNeedNoChangeAreNotCopied() throws Exception {
    NdArray values =
        PixelData.of(DicomReader.read(RealFiles.dicom("vlut_04.dcm")))
            .frame(0, Limits.standard())
            .values();
    assertThat(values.segment().isMapped()).isTrue();
  }
}
