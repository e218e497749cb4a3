package penumbra.datasets.audit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import penumbra.core.InvalidInputException;
import penumbra.datasets.audit.check.Check;
import penumbra.datasets.audit.check.Checks;
import penumbra.datasets.audit.check.Finding;
import penumbra.datasets.audit.measure.AuditSet;
import penumbra.datasets.audit.measure.AuditedImage;
import penumbra.datasets.audit.measure.Shortcut;
import penumbra.datasets.stats.ImageSurvey;
import penumbra.imaging.Folders;
import penumbra.io.ImageFiles;
import penumbra.io.dataset.Dataset;
import penumbra.io.dataset.LabelUse;

/// Finds defects of a data set before a model is trained on it.
///
/// ```
/// var request = AuditRequest.of(Path.of("chest_xray"), Path.of("audit"));
/// AuditResult result = Audit.run(request, AuditListener.SILENT);
/// ```
///
/// Every image is read once, on all threads, and about 2 KiB of measurements are kept. Then each of
/// [Checks] evaluates these. Only pictures that may be near duplicates are read a second time.
/// Written into the output folder: `findings.csv` and `findings.json`; `images.csv` and
/// `images.parquet` with a row for each image; `shortcuts.csv`. The same set gives the same bytes.
/// A file that cannot be read is a finding; the audit continues.
public final class Audit {
  private Audit() {}

  /// Runs the audit. Throws only if the folder cannot be listed, holds no image, or the output
  /// cannot be written.
  public static AuditResult run(AuditRequest request, AuditListener listener) throws IOException {
    Dataset set = Dataset.list(request.input(), request.labels());
    LabelUse.requireSome(request.labels(), set.labels());
    if (set.images().isEmpty()) {
      throw InvalidInputException.of(
          "the folder " + request.input(),
          "must hold images, " + ImageFiles.patterns(),
          "without one",
          "name the folder of a data set");
    }
    Folders.requireOutside(request.input(), request.output());
    ImageSurvey<AuditedImage> survey =
        ImageSurvey.of(
            set,
            (image, alone) -> AuditedImage.of(image, set.root(), alone),
            request.execution(),
            (done, all) -> listener.progress("images", done, all + Checks.ALL.size()));
    AuditSet audited =
        new AuditSet(
            set, survey.found(), survey.failures(), request.expected(), request.execution());
    List<CheckResult> answers = answers(audited, listener);
    List<Shortcut> shortcuts = audited.images().isEmpty() ? List.of() : Shortcut.of(audited);
    AuditFiles.write(request.output(), audited, answers, shortcuts);
    return new AuditResult(request, audited, answers, shortcuts);
  }

  private static List<CheckResult> answers(AuditSet set, AuditListener listener)
      throws IOException {
    List<CheckResult> answers = new ArrayList<>();
    int images = set.set().images().size();
    int total = images + Checks.ALL.size();
    for (Check check : Checks.ALL) {
      listener.progress(check.name(), images + answers.size(), total);
      answers.add(
          CheckResult.of(check, set.images().isEmpty() ? none(check, set) : check.findings(set)));
    }
    listener.progress("done", total, total);
    return answers;
  }

  /// If no image could be read, only that is reported.
  private static List<Finding> none(Check check, AuditSet set) throws IOException {
    return check.needsNoImages() ? check.findings(set) : List.of();
  }
}
