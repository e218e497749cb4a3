package penumbra.datasets.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import penumbra.datasets.audit.check.Finding;
import penumbra.datasets.audit.measure.AuditSet;
import penumbra.datasets.audit.measure.AuditedImage;
import penumbra.datasets.audit.measure.Patient;
import penumbra.datasets.audit.measure.Shortcut;
import penumbra.datasets.stats.StatisticsRow;
import penumbra.datasets.table.Column;
import penumbra.datasets.table.Table;
import penumbra.imaging.Folders;
import penumbra.imaging.Json;
import penumbra.io.format.AtomicFiles;

/// The files of an audit.
public final class AuditFiles {
  private static final int FORMAT = 1;

  /// One row for each image.
  private static final Table<AuditedImage> IMAGES = images();

  /// One row for each finding and file; findings about no file have one row.
  private static final Table<Line> FINDINGS =
      Table.of(
          Column.text("check", line -> line.answer().check()),
          Column.text("severity", line -> nameOf(line.finding().severity())),
          Column.whole("number", Line::number),
          Column.optionalText("file", Line::file),
          Column.text("text", line -> line.finding().text()),
          Column.number("value", line -> line.finding().value()),
          Column.text("unit", line -> line.finding().unit()));

  private static final Table<Shortcut> SHORTCUTS =
      Table.of(
          Column.text("feature", shortcut -> shortcut.feature().key()),
          Column.text("label", shortcut -> shortcut.label().toString()),
          Column.whole("images", Shortcut::images),
          Column.whole("others", Shortcut::others),
          Column.number("auc", shortcut -> shortcut.auc().value()),
          Column.number("low", shortcut -> shortcut.auc().low()),
          Column.number("high", shortcut -> shortcut.auc().high()),
          Column.number("standard_error", shortcut -> shortcut.auc().standardError()));

  private AuditFiles() {}

  /// @param number the number of the finding within its check, from 1
  private record Line(CheckResult answer, Finding finding, int number, Optional<String> file) {}

  private static Table<AuditedImage> images() {
    List<Column<AuditedImage>> columns = new ArrayList<>();
    columns.add(Column.text("file", AuditedImage::name));
    columns.add(Column.text("split", image -> StatisticsRow.splitOf(image.image())));
    columns.add(Column.text("label", image -> StatisticsRow.labelOf(image.image())));
    columns.add(Column.text("sha256", AuditedImage::sha256));
    columns.add(Column.whole("bytes", AuditedImage::bytes));
    columns.add(Column.text("format", image -> image.form().format()));
    columns.add(Column.whole("channels", image -> image.form().channels()));
    columns.add(Column.whole("bits", image -> image.form().bits()));
    columns.add(Column.whole("height", AuditedImage::height));
    columns.add(Column.whole("width", AuditedImage::width));
    columns.add(
        Column.optionalText(
            "patient",
            image -> image.patient().filter(patient -> !patient.secret()).map(Patient::key)));
    columns.add(Column.number("brightness", image -> image.traits().brightness()));
    columns.add(Column.number("contrast", image -> image.traits().contrast()));
    columns.add(Column.number("entropy", image -> image.figures().entropy()));
    columns.add(Column.number("sharpness", image -> image.figures().sharpness()));
    columns.add(Column.number("blur", image -> image.traits().blur()));
    columns.add(Column.number("border", image -> image.traits().borders().share()));
    return new Table<>(columns);
  }

  static void write(Path output, AuditSet set, List<CheckResult> answers, List<Shortcut> shortcuts)
      throws IOException {
    Path folder = Folders.make(output);
    IMAGES.writeCsv(set.images(), folder.resolve("images.csv"));
    IMAGES.writeParquet(set.images(), folder.resolve("images.parquet"));
    FINDINGS.writeCsv(lines(answers), folder.resolve("findings.csv"));
    SHORTCUTS.writeCsv(shortcuts, folder.resolve("shortcuts.csv"));
    text(folder.resolve("findings.json"), Json.write(json(set, answers, shortcuts)));
  }

  private static void text(Path file, String text) throws IOException {
    AtomicFiles.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<Line> lines(List<CheckResult> answers) {
    List<Line> lines = new ArrayList<>();
    for (CheckResult answer : answers) {
      for (int i = 0; i < answer.findings().size(); i++) {
        Finding finding = answer.findings().get(i);
        if (finding.files().isEmpty()) {
          lines.add(new Line(answer, finding, i + 1, Optional.empty()));
        }
        for (String file : finding.files()) {
          lines.add(new Line(answer, finding, i + 1, Optional.of(file)));
        }
      }
    }
    return lines;
  }

  private static Map<String, Object> json(
      AuditSet set, List<CheckResult> answers, List<Shortcut> shortcuts) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("format", FORMAT);
    json.put("images", set.images().size());
    json.put("failures", set.failures().size());
    json.put("nested_copies", set.set().nestedCopies().size());
    Map<String, Object> checks = new LinkedHashMap<>();
    answers.forEach(answer ->
        checks.put(answer.check(), answer.findings().stream().map(AuditFiles::json).toList()));
    json.put("findings", checks);
    json.put("shortcuts", shortcuts.stream().map(AuditFiles::json).toList());
    return json;
  }

  private static Map<String, Object> json(Finding finding) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("severity", nameOf(finding.severity()));
    json.put("text", finding.text());
    json.put("files", finding.files());
    json.put("value", finding.value());
    json.put("unit", finding.unit());
    finding.failure().ifPresent(failure -> json.put("failure", failure.fields()));
    return json;
  }

  private static Map<String, Object> json(Shortcut shortcut) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("feature", shortcut.feature().key());
    json.put("label", shortcut.label().toString());
    json.put("auc", shortcut.auc().value());
    json.put("low", shortcut.auc().low());
    json.put("high", shortcut.auc().high());
    return json;
  }

  /// The severity as the files and the page name it.
  public static String nameOf(Finding.Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }
}
