package penumbra.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import penumbra.core.Execution;
import penumbra.dicom.DataSet;
import penumbra.dicom.Tags;
import penumbra.dicom.file.DicomReader;

class PhantomDicomTest {
  private static final ChestPhantom PHANTOM = new ChestPhantom(5, 96, 128, true);
  private static final PhantomImage IMAGE = PHANTOM.render(Execution.ofThreads(1));

  private static DataSet data(int bits, boolean monochrome1) {
    return new PhantomDicom(bits, monochrome1, "0.1.0").of(PHANTOM, IMAGE).data();
  }

  @ParameterizedTest
  @ValueSource(ints = {12, 16})
  void storedValuesAreTheLogarithmOfTheSignalOverFourDecades(int bits) throws Exception {
    double[] stored = data(bits, false).numbers(Tags.PIXEL_DATA);
    double[] signal = IMAGE.signal().toDoubles();
    double largest = (1 << bits) - 1;
    for (int i = 0; i < stored.length; i += 7) {
      double depth = Math.clamp(-Math.log10(signal[i]) / 4, 0, 1);
      assertThat(Math.abs(stored[i] - depth * largest)).isLessThan(0.5001);
    }
  }

  @Test
  void monochrome1IsTheSameTurnedOverWithItsWindow() throws Exception {
    double[] light = data(12, false).numbers(Tags.PIXEL_DATA);
    double[] dark = data(12, true).numbers(Tags.PIXEL_DATA);
    for (int i = 0; i < light.length; i++) {
      assertThat(light[i] + dark[i]).isEqualTo(4095);
    }
    assertThat(data(12, true).text(Tags.PHOTOMETRIC_INTERPRETATION)).hasValue("MONOCHROME1");
    assertThat(data(12, true).text(Tags.WINDOW_WIDTH))
        .isEqualTo(data(12, false).text(Tags.WINDOW_WIDTH));
    double center = data(12, false).number(Tags.WINDOW_CENTER).orElseThrow();
    assertThat(data(12, true).number(Tags.WINDOW_CENTER).orElseThrow())
        .isBetween(4095 - center, 4096 - center + 1);
  }

  @Test
  void theObjectTellsViewPlaceAndPatient() throws Exception {
    DataSet data = data(12, false);
    assertThat(data.text(Tags.BODY_PART_EXAMINED)).hasValue("CHEST");
    assertThat(data.text(Tags.VIEW_POSITION)).hasValue(IMAGE.antePosterior() ? "AP" : "PA");
    assertThat(data.text(Tags.PATIENT_ID)).hasValue("PHANTOM-0005");
    assertThat(data.number(Tags.PIXEL_SPACING).orElseThrow())
        .isCloseTo(IMAGE.spacing(), org.assertj.core.api.Assertions.within(1e-6));
  }

  @Test
  void aSetOfThemLiesInFoldersWithTheirTruth(@TempDir Path folder) throws IOException {
    PhantomDataset set =
        new PhantomDataset(
            java.util.List.of(
                new PhantomDataset.Picture(
                    penumbra.io.dataset.Split.TRAIN, "person5_virus_1.dcm", PHANTOM)),
            new PhantomDicom(12, false, "0.1.0"));
    Path images = set.write(folder, Execution.ofThreads(1), PhantomDataset.Progress.none());
    Path file = images.resolve("train").resolve("PNEUMONIA").resolve("person5_virus_1.dcm");
    assertThat(DicomReader.read(file).data().text(Tags.MODALITY)).hasValue("CR");
    assertThat(folder.resolve("truth/train/PNEUMONIA/person5_virus_1.lungs.png")).exists();
    assertThat(Files.readString(folder.resolve("README.txt")))
        .contains("logarithm of the detector's signal over four decades in 12 bits, MONOCHROME2.");
  }

  @Test
  void everyOtherOfASetHasOpacities() {
    PhantomDataset set = PhantomDataset.dicom(3, new PhantomDicom(12, false, "0.1.0"));
    assertThat(set.pictures())
        .extracting(PhantomDataset.Picture::name)
        .containsExactly("IM-0101-0001.dcm", "person2_bacteria_5.dcm", "IM-0103-0001.dcm");
  }

  @Test
  void whatCannotBeIsRefused() {
    assertThatThrownBy(() -> new PhantomDicom(17, false, "0.1.0"))
        .hasMessage("bits must be from 8 to 16, but is 17; 12 and 16 are usual");
    assertThatThrownBy(() -> PhantomDataset.dicom(0, new PhantomDicom(12, false, "0.1.0")))
        .hasMessage("count must be from 1 to 1000, but is 0; 9 make a grid");
  }
}
