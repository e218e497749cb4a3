package penumbra.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.catalogue.Catalogue;
import penumbra.catalogue.Operation;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.Filter;
import penumbra.core.NdArray;
import penumbra.core.Radiograph;
import penumbra.core.display.GreyPresentation;
import penumbra.core.display.GreyRange;
import penumbra.core.display.Window;
import penumbra.core.filter.Gaussian;
import penumbra.core.filter.Sobel;
import penumbra.dicom.DataSet;
import penumbra.dicom.Tags;
import penumbra.dicom.file.DicomReader;
import penumbra.dicom.file.DicomWriter;
import penumbra.imaging.Derivations;
import penumbra.imaging.Display;
import penumbra.io.ImageFiles;
import penumbra.io.format.CodedTerm;
import penumbra.io.format.Derivation;
import penumbra.io.format.GreyValues;
import penumbra.io.format.ReadOptions;
import penumbra.io.format.ValueScale;
import penumbra.phantom.ChestPhantom;
import penumbra.phantom.PhantomDicom;

class DicomResultsTest {
  @TempDir private Path folder;

  private static final Radiograph BYTES =
      new Radiograph(NdArray.of(DType.UINT8, new double[4], 2, 2), "bytes.png", List.of());

  private static Derivation derivation(Filter filter) {
    return Derivations.of(filter, ReadOptions.standard(), BYTES);
  }

  @Test
  void valuesAsTheyAreSeenAreNotOnTheScaleOfTheirFile() {
    ReadOptions seen = ReadOptions.standard().withValues(GreyValues.DISPLAY).withFrame(2);
    Derivation derivation = Derivations.of(Gaussian.of(1), seen, BYTES);
    assertThat(derivation.scale()).isEqualTo(ValueScale.OWN);
    assertThat(derivation.window()).hasValue(Window.linear(128, 256));
    assertThat(derivation.frame()).hasValue(2);
    assertThat(derivation.description()).startsWith("gaussian of display values: ");
  }

  @Test
  void aRangeOfValuesIsAWindow() {
    assertThat(Derivations.window(new GreyRange(0, 255))).isEqualTo(Window.linear(128, 256));
    assertThat(Derivations.window(new GreyRange(-0.5, 1)))
        .isEqualTo(new Window(0.25, 1.5, Window.Function.LINEAR_EXACT));
    assertThat(Derivations.window(new GreyRange(0.5, 0.5)).width()).isEqualTo(1);
  }

  @Test
  void theWindowAskedForIsThatOfTheResult() {
    Window lung = Window.linear(-600, 1500);
    Radiograph shown =
        new Radiograph(
            BYTES.pixels(), "ct.dcm", List.of(), List.of(), Optional.of(GreyPresentation.of(lung)));
    ReadOptions own = ReadOptions.standard();
    assertThat(Derivations.of(Gaussian.of(1), own, shown).window()).isEmpty();
    assertThat(Derivations.of(Gaussian.of(1), own.withWindow("lung"), shown).window())
        .hasValue(lung);
    assertThat(Derivations.of(Sobel.along(0), own.withWindow("lung"), shown).window()).isEmpty();
  }

  @Test
  void theDerivationNamesTheOperationAndAllItsParameters() {
    Derivation derivation = derivation(Gaussian.of(2));
    assertThat(derivation.operation()).isEqualTo("gaussian");
    assertThat(derivation.description())
        .startsWith("gaussian of modality values: sigma 2 elements, order 0, ");
    assertThat(derivation.recipe())
        .startsWith(
            "{ \"operation\": \"gaussian\", \"values\": \"modality\", \"parameters\": { \"sigma\":"
                + " ")
        .doesNotContain("\n");
    assertThat(derivation.scale()).isEqualTo(ValueScale.MODALITY);
    assertThat(derivation.code()).hasValue(CodedTerm.dicom("113088", "Gaussian blur"));
    assertThat(derivation(Sobel.along(0)).code()).isEmpty();
  }

  @Test
  void everyOperationHasADerivation() {
    for (Operation operation : Catalogue.operations()) {
      assertThat(derivation(operation.standard()).operation()).isEqualTo(operation.name());
    }
  }

  @Test
  void theResultOfADicomFileIsOfItsPatientAndStudy() throws IOException {
    ChestPhantom phantom = new ChestPhantom(3, 64, 80, false);
    Path file = folder.resolve("chest.dcm");
    Path target = folder.resolve("smooth.dcm");
    var image = phantom.render(Execution.ofThreads(1));
    DicomWriter.write(new PhantomDicom(12, true, "0.1.0").of(phantom, image), file);
    new Batch(
            Gaussian.of(1),
            List.of(new Batch.Item(file, target)),
            Display.standard(),
            Execution.ofThreads(1))
        .run(outcome -> assertThat(outcome).isInstanceOf(Outcome.Done.class));
    DataSet before = DicomReader.read(file).data();
    DataSet after = DicomReader.read(target).data();
    assertThat(after.text(Tags.PATIENT_ID)).isEqualTo(before.text(Tags.PATIENT_ID));
    assertThat(after.text(Tags.STUDY_INSTANCE_UID)).isEqualTo(before.text(Tags.STUDY_INSTANCE_UID));
    assertThat(after.text(Tags.SERIES_INSTANCE_UID))
        .isNotEqualTo(before.text(Tags.SERIES_INSTANCE_UID));
    assertThat(after.text(Tags.PHOTOMETRIC_INTERPRETATION)).hasValue("MONOCHROME1");
    assertThat(after.texts(Tags.PIXEL_SPACING)).isEqualTo(before.texts(Tags.PIXEL_SPACING));
  }

  @Test
  void aBatchWritesDicomByTheName() throws IOException {
    Path picture = folder.resolve("scan.jpg");
    Path target = folder.resolve("out").resolve("edges.dcm");
    ImageFiles.write(NdArray.of(DType.UINT8, new double[256], 16, 16), picture);
    List<Outcome> outcomes = new java.util.ArrayList<>();
    new Batch(
            Sobel.along(0),
            List.of(new Batch.Item(picture, target)),
            Display.standard(),
            Execution.ofThreads(1))
        .run(outcomes::add);
    assertThat(outcomes).hasOnlyElementsOfType(Outcome.Done.class);
    DataSet data = DicomReader.read(target).data();
    assertThat(data.text(Tags.LOSSY_IMAGE_COMPRESSION)).hasValue("01");
    assertThat(data.text(Tags.SERIES_DESCRIPTION)).hasValue("sobel");
  }
}
