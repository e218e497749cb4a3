package penumbra.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.core.InvalidInputException;
import penumbra.datasets.audit.Audit;
import penumbra.datasets.audit.AuditListener;
import penumbra.datasets.audit.AuditRequest;
import penumbra.datasets.audit.check.Finding;
import penumbra.datasets.run.Plan;
import penumbra.datasets.run.PlannedImage;
import penumbra.imaging.recipe.ReadyRecipes;
import penumbra.io.dataset.Dataset;
import penumbra.io.dataset.DatasetImage;
import penumbra.io.dataset.Label;
import penumbra.io.dataset.Split;

/// The cases of folders and data sets in `../shared/cases`.
class FolderCasesTest {
  private static final Path CASES = Path.of("../../shared/cases/files");

  @TempDir Path folder;

  @BeforeEach
  void needsCases() {
    assumeTrue(Files.isDirectory(CASES), "needs ../shared/cases beside the project");
  }

  @Test
  void severalFilesHaveAResultEach() throws IOException {
    Path files = CASES.resolve("02_run_files");
    List<Path> named = List.of(files.resolve("a.png"), files.resolve("b.png"));
    Plan plan = Plan.of(named, ReadyRecipes.recipe("smooth"), folder.resolve("out"));
    assertThat(plan.images()).extracting(PlannedImage::path).containsExactly("a.png", "b.png");
  }

  @Test
  void chexpertHasASplitValNoLabelsAndAPatientInBoth() throws IOException {
    Path set = CASES.resolve("07_chexpert");
    Dataset listed = Dataset.list(set);
    assertThat(listed.images())
        .extracting(DatasetImage::split)
        .containsExactly(Split.TRAIN, Split.TRAIN, Split.VAL);
    assertThat(listed.images()).extracting(DatasetImage::label).containsOnly(Label.NONE);
    List<Finding> findings =
        Audit.run(AuditRequest.of(set, folder.resolve("audit")), AuditListener.SILENT).findings();
    assertThat(findings)
        .extracting(Finding::text)
        .contains("Patient patient00001 (CheXpert) has 2 images, in train and val.")
        .noneMatch(text -> text.contains(" lies in no folder train"));
  }

  @Test
  void theOutputIsNotTheInput() {
    Path set = CASES.resolve("09_out_is_in");
    assertThatThrownBy(() -> Plan.of(List.of(set), ReadyRecipes.recipe("smooth"), set))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("the output must not be an input, but is ");
  }
}
