package penumbra.datasets.deidentify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import penumbra.catalogue.Numbers;
import penumbra.dicom.deidentify.Change;
import penumbra.imaging.Json;
import penumbra.io.format.AtomicFiles;
import penumbra.io.format.FileFailures;

/// What a [Deidentification] did to each file: which elements it removed, emptied or replaced. It
/// contains no values, but the old and new names of files, so keep it with the old files.
///
/// ```
/// report.add(outcome);
/// report.write(Path.of("report.json"));
/// ```
public final class DeidentificationReport {
  private final List<Deidentification.Outcome> outcomes = new ArrayList<>();

  /// A report on no files.
  public DeidentificationReport() {}

  /// Adds the outcome of a file.
  public void add(Deidentification.Outcome outcome) {
    outcomes.add(outcome);
  }

  /// Writes JSON if the name ends in `.json`, else text.
  public void write(Path file) throws IOException {
    boolean json = file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
    String text = json ? Json.write(toJson()) : String.join("\n", toLines()) + "\n";
    AtomicFiles.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /// The report for people: one paragraph per file.
  public List<String> toLines() {
    List<String> lines = new ArrayList<>();
    for (Deidentification.Outcome outcome : outcomes) {
      switch (outcome) {
        case Deidentification.Outcome.Done done -> {
          lines.add(done.source() + " -> " + done.target());
          done.warnings().forEach(warning -> lines.add("  Warning: " + warning));
          changes(done.changes()).forEach(line -> lines.add("  " + line));
        }
        case Deidentification.Outcome.Failed failed ->
            lines.add(failed.source() + " failed: " + failed.error().getMessage());
      }
    }
    return lines;
  }

  private static List<String> changes(List<Change> changes) {
    List<String> lines = new ArrayList<>();
    int makers = 0;
    for (Change change : changes) {
      if (change.tag().isPrivate()) {
        makers += change.count();
      } else {
        String times = change.count() == 1 ? "" : ", " + Numbers.count(change.count()) + " times";
        lines.add(change.tag() + " " + change.name() + ": " + change.treatment().label() + times);
      }
    }
    if (makers > 0) {
      lines.add("elements of makers' own: " + Numbers.count(makers) + " removed");
    }
    return lines;
  }

  /// The report for programs.
  public Map<String, Object> toJson() {
    return Map.of("files", outcomes.stream().map(DeidentificationReport::json).toList());
  }

  private static Map<String, Object> json(Deidentification.Outcome outcome) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("source", outcome.source().toString());
    switch (outcome) {
      case Deidentification.Outcome.Done done -> {
        json.put("target", done.target().toString());
        json.put("warnings", done.warnings());
        json.put("changes", done.changes().stream().map(DeidentificationReport::json).toList());
      }
      case Deidentification.Outcome.Failed failed -> {
        json.put("error", String.valueOf(failed.error().getMessage()));
        json.put("failure", FileFailures.of(failed.source(), failed.error()).fields());
      }
    }
    return json;
  }

  private static Map<String, Object> json(Change change) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("tag", change.tag().toString());
    json.put("name", change.name());
    json.put("treatment", change.treatment().label());
    json.put("count", change.count());
    return json;
  }
}
