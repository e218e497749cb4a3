package penumbra.datasets.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import penumbra.catalogue.Catalogue;
import penumbra.catalogue.Filtering;
import penumbra.catalogue.OperationCall;
import penumbra.catalogue.OperationChain;
import penumbra.core.Execution;
import penumbra.core.NdArray;
import penumbra.datasets.Batch;
import penumbra.datasets.Conversions;
import penumbra.datasets.Outcome;
import penumbra.datasets.run.journal.ImageRecord;
import penumbra.dicom.DataSet;
import penumbra.dicom.Tags;
import penumbra.dicom.file.DicomReader;
import penumbra.imaging.Display;
import penumbra.imaging.recipe.Recipe;
import penumbra.imaging.recipe.RecipeCheck;
import penumbra.imaging.recipe.Step;
import penumbra.io.ImageFiles;
import penumbra.io.format.ReadOptions;
import penumbra.phantom.ChestPhantom;
import penumbra.phantom.PhantomDicom;

/// Recipes that write DICOM: the files are those of `filter` with the same steps.
class DicomRecipesTest {
  private static final Path DATA = Path.of("../../shared/data");

  @TempDir Path folder;

  private Path phantom(String name, boolean monochrome1) throws IOException {
    Path file = folder.resolve("set").resolve(name);
    Files.createDirectories(file.getParent());
    ChestPhantom chest = new ChestPhantom(3, 64, 80, false);
    new PhantomDicom(12, monochrome1, "0.1.0")
        .write(chest, chest.render(Execution.ofThreads(1)), file);
    return file;
  }

  private static Recipe recipe(String text) {
    return RecipeCheck.of(Path.of("mine.yaml"), text).recipe().orElseThrow();
  }

  private Path out() {
    return folder.resolve("out");
  }

  private RunSummary run(Recipe recipe, List<Path> inputs, RunListener listener)
      throws IOException {
    return new Run(recipe, Plan.of(inputs, recipe, out()), out(), Execution.ofThreads(2))
        .run(listener);
  }

  /// What `filter` writes with the steps of the first output.
  private byte[] filtered(Recipe recipe, Path file) throws IOException {
    List<OperationCall> calls = new ArrayList<>();
    Stream.concat(recipe.steps().stream(), recipe.outputs().getFirst().steps().stream())
        .map(DicomRecipesTest::call)
        .forEach(calls::add);
    Filtering filtering = calls.size() == 1 ? calls.getFirst() : new OperationChain(calls);
    Path target = folder.resolve("filtered.dcm");
    List<Outcome> outcomes = new ArrayList<>();
    new Batch(
            filtering,
            List.of(new Batch.Item(file, target)),
            Display.standard(),
            Execution.ofThreads(1),
            recipe.input().options())
        .run(outcomes::add);
    assertThat(outcomes).hasOnlyElementsOfType(Outcome.Done.class);
    return Files.readAllBytes(target);
  }

  private static OperationCall call(Step step) {
    return new OperationCall(Catalogue.operation(step.operation()), step.values());
  }

  static List<String> steps() {
    return List.of(
        "outputs: [{format: dcm, steps: [{gaussian: {sigma: 2}}]}]",
        "steps: [{gaussian: {sigma: 1}}]\noutputs: [{format: dcm, steps: [sobel-magnitude]}]",
        "steps: [{gaussian: {sigma: 1}}]\noutputs: [{format: dcm}]",
        "outputs: [{format: dcm, steps: [{gaussian: {sigma: 1mm}}, {gaussian: {sigma: 0.5mm}}]}]",
        "outputs: [{format: dcm, steps: [{centre-crop: {height: 12, width: 12}}, clahe]}]",
        "input: {values: stored}\noutputs: [{format: dcm, steps: [{sobel: {axis: 1}}]}]",
        "input: {values: display}\noutputs: [{format: dcm, steps: [gaussian]}]",
        "precision: fast\noutputs: [{format: dcm, steps: [{sobel: {axis: 0}}, {gaussian: {sigma: 1}},"
            + " gaussian-laplace]}]");
  }

  @ParameterizedTest
  @MethodSource("steps")
  void aRunWritesTheBytesThatFilterDoes(String steps) throws IOException {
    Recipe recipe = recipe("penumbra: 1\n" + steps + "\n");
    for (boolean monochrome1 : new boolean[] {false, true}) {
      Path file = phantom(monochrome1 + ".dcm", monochrome1);
      byte[] filtered =
          steps.contains("fast") ? filteredFast(recipe, file) : filtered(recipe, file);

      assertThat(run(recipe, List.of(file), (_, _) -> {})).isEqualTo(new RunSummary(1, 0, 0));

      assertThat(out().resolve(monochrome1 + ".dcm")).hasBinaryContent(filtered);
    }
  }

  private byte[] filteredFast(Recipe recipe, Path file) throws IOException {
    Path target = folder.resolve("fast.dcm");
    new Batch(
            new OperationChain(
                recipe.outputs().getFirst().steps().stream().map(DicomRecipesTest::call).toList()),
            List.of(new Batch.Item(file, target)),
            Display.standard(),
            Execution.ofThreads(1).withPrecision(recipe.precision()),
            ReadOptions.standard())
        .run(outcome -> assertThat(outcome).isInstanceOf(Outcome.Done.class));
    return Files.readAllBytes(target);
  }

  @ParameterizedTest
  @CsvSource({
    "dicom/CT_small.dcm",
    "dicom/MR_small.dcm",
    "dicom/JPGExtended.dcm",
    "nih/00000011_000.png",
    "kermany/IM-0115-0001.jpeg"
  })
  void soItDoesOfRealImages(String name) throws IOException {
    Path file = DATA.resolve(name);
    assumeTrue(Files.exists(file), "needs ../shared/data beside the project");
    for (String steps : steps().subList(0, 2)) {
      Recipe recipe = recipe("penumbra: 1\n" + steps + "\n");
      byte[] filtered = filtered(recipe, file);

      assertThat(run(recipe, List.of(file), (_, _) -> {})).isEqualTo(new RunSummary(1, 0, 0));

      String stem = ImageFiles.stem(String.valueOf(file.getFileName()));
      assertThat(out().resolve(stem + ".dcm")).hasBinaryContent(filtered);
    }
  }

  @Test
  void withoutStepsItIsWhatConvertWrites() throws IOException {
    Path file = phantom("chest.dcm", true);
    Path target = folder.resolve("converted.dcm");
    new Conversions(
            List.of(new Batch.Item(file, target)),
            ReadOptions.standard(),
            Optional.empty(),
            OptionalInt.empty())
        .run(
            Execution.ofThreads(1),
            outcome -> assertThat(outcome).isInstanceOf(Outcome.Done.class));

    run(recipe("penumbra: 1\noutputs: [{format: dcm}]\n"), List.of(file), (_, _) -> {});

    assertThat(out().resolve("chest.dcm")).hasSameBinaryContentAs(target);
  }

  @Test
  void itIsTakenUpAgainVerifiedAndReplayed() throws IOException {
    phantom("a.dcm", false);
    phantom("b.dcm", true);
    RunSamples.image(folder.resolve("set/c.png"), 1);
    Recipe recipe =
        recipe(
            """
            penumbra: 1
            outputs:
              - {name: smooth, format: dcm, steps: [gaussian]}
              - {name: seen, steps: [gaussian]}
            """);
    List<Path> set = List.of(folder.resolve("set"));
    assertThat(run(recipe, set, (_, _) -> {})).isEqualTo(new RunSummary(3, 0, 0));
    Map<String, String> whole = RunSamples.tree(out());

    assertThat(run(recipe, set, (_, _) -> {})).isEqualTo(new RunSummary(0, 3, 0));
    Files.delete(out().resolve("smooth/b.dcm"));
    Files.write(out().resolve("smooth/c.dcm"), new byte[200]);
    assertThat(run(recipe, set, (_, _) -> {})).isEqualTo(new RunSummary(2, 1, 0));
    assertThat(RunSamples.tree(out())).isEqualTo(whole);

    ManifestFile manifest = ManifestFile.of(out());
    assertThat(Verification.of(manifest, Execution.ofThreads(3), _ -> {}))
        .isEqualTo(new Verification(6, List.of(), List.of()));
    assertThat(new Replay(manifest, recipe, Map.of()).run(Execution.ofThreads(2), _ -> {}))
        .isEmpty();
    Files.write(out().resolve("smooth/a.dcm"), new byte[200]);
    assertThat(Verification.of(manifest, Execution.ofThreads(3), _ -> {}).findings())
        .extracting(Mismatch::file)
        .containsExactly("smooth/a.dcm");
  }

  @Test
  void roundedResultsAreCounted() throws IOException {
    phantom("a.dcm", false);
    phantom("b.dcm", false);
    List<Long> rounded = new ArrayList<>();
    run(
        recipe("penumbra: 1\noutputs: [{format: dcm, steps: [{gaussian: {sigma: 1.3}}]}]\n"),
        List.of(folder.resolve("set")),
        new RunListener() {
          @Override
          public void settled(ImageRecord image, boolean kept) {
            assertThat(image.error()).isEmpty();
          }

          @Override
          public void rounded(long results) {
            rounded.add(results);
          }
        });
    assertThat(rounded).containsExactly(2L);
  }

  @Test
  void anImageOfWhichNoDicomCanBeMadeStopsNoOther() throws IOException {
    Path holes = folder.resolve("set/holes.npy");
    Files.createDirectories(holes.getParent());
    ImageFiles.write(NdArray.ofFloat32(new float[] {1, Float.NaN, 3, 4}, 2, 2), holes);
    phantom("a.dcm", false);
    List<String> errors = new ArrayList<>();

    RunSummary summary =
        run(
            recipe("penumbra: 1\noutputs: [{format: dcm}]\n"),
            List.of(folder.resolve("set/a.dcm"), holes),
            (image, _) -> image.error().ifPresent(errors::add));

    assertThat(summary).isEqualTo(new RunSummary(1, 0, 1));
    assertThat(errors).singleElement().asString().startsWith(holes.toString()).contains("finite");
    assertThat(out().resolve("holes.dcm")).doesNotExist();
  }

  @Test
  void whatWasInvertedOrTypedSaysSoAndClaimsNoScaleOfItsSource() throws IOException {
    Path file = phantom("chest.dcm", true);
    run(
        recipe(
            "penumbra: 1\ninput: {invert: true}\noutputs: [{format: dcm, type: uint16, steps:"
                + " [gaussian]}]\n"),
        List.of(file),
        (image, _) -> assertThat(image.error()).isEmpty());

    DataSet made = DicomReader.read(out().resolve("chest.dcm")).data();
    assertThat(made.text(Tags.PHOTOMETRIC_INTERPRETATION)).hasValue("MONOCHROME2");
    assertThat(made.text(Tags.DERIVATION_DESCRIPTION))
        .get()
        .asString()
        .startsWith("gaussian of modality values: ")
        .endsWith("; as uint16; light and dark were exchanged first");
  }
}
