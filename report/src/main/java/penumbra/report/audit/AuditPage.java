package penumbra.report.audit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import penumbra.catalogue.Numbers;
import penumbra.datasets.audit.AuditFiles;
import penumbra.datasets.audit.AuditRequest;
import penumbra.datasets.audit.CheckResult;
import penumbra.datasets.audit.check.Finding;
import penumbra.datasets.audit.check.Finding.Severity;
import penumbra.datasets.audit.measure.AuditSet;
import penumbra.datasets.audit.measure.Shortcut;
import penumbra.io.dataset.Label;
import penumbra.io.dataset.LabelRequest;
import penumbra.io.dataset.Split;
import penumbra.report.html.FigureBlock;
import penumbra.report.html.Html;
import penumbra.report.html.Page;
import penumbra.report.html.ShellCommand;

/// The report of an audit: one self-contained page with its pictures.
final class AuditPage {
  private static final int LISTED = 40;
  private static final int PICTURED = 6;
  private static final int SIDE_BY_SIDE = 4;
  private static final String LAST_WORDS =
      "Penumbra computed this page. The files findings.csv and findings.json beside it have every"
          + " finding, images.csv and images.parquet every image. A finding tells of pixels, files"
          + " and names, not of patients. This is not a diagnostic device.";

  private final AuditRequest request;
  private final AuditSet set;
  private final List<CheckResult> answers;
  private final List<Shortcut> shortcuts;
  private final Previews previews;
  private final Page page;

  AuditPage(
      AuditRequest request, AuditSet set, List<CheckResult> answers, List<Shortcut> shortcuts) {
    this.request = request;
    this.set = set;
    this.answers = List.copyOf(answers);
    this.shortcuts = List.copyOf(shortcuts);
    this.previews = new Previews(request.input(), set.images(), request.execution());
    this.page = Page.of("Audit: " + folder(), "Audit of " + folder(), lead());
  }

  String render() {
    summary();
    counts();
    for (CheckResult answer : answers) {
      if (!answer.findings().isEmpty() || isShortcuts(answer)) {
        section(answer);
      }
    }
    rest();
    return page.render(LAST_WORDS);
  }

  private String folder() {
    Path name = set.set().root().toAbsolutePath().normalize().getFileName();
    return name == null ? set.set().root().toString() : name.toString();
  }

  private String lead() {
    long defects = count(Severity.DEFECT);
    long suspicions = count(Severity.SUSPICION);
    long notes = count(Severity.NOTE);
    String found =
        defects + suspicions + notes == 0
            ? "nothing found"
            : plural(defects, "defect")
                + ", "
                + plural(suspicions, "suspicion")
                + ", "
                + plural(notes, "note");
    return plural(set.set().images().size(), "image") + ": " + found + ".";
  }

  private static String plural(long count, String noun) {
    return Numbers.count(count) + " " + noun + (count == 1 ? "" : "s");
  }

  private long count(Severity severity) {
    return answers.stream()
        .flatMap(answer -> answer.findings().stream())
        .filter(finding -> finding.severity() == severity)
        .count();
  }

  private void summary() {
    page.section("summary", "What was found");
    StringBuilder html = new StringBuilder();
    html.append("<div class=\"wide\"><table>\n<thead><tr><th>check</th><th>found</th>");
    html.append("<th>the gravest</th></tr></thead>\n<tbody>\n");
    for (CheckResult answer : answers) {
      List<Finding> findings = answer.findings();
      html.append("<tr><td>");
      if (findings.isEmpty()) {
        html.append(Html.escape(answer.title()))
            .append("</td><td>")
            .append(mark("none", "nothing"));
        html.append("</td><td></td></tr>\n");
        continue;
      }
      String kind = AuditFiles.nameOf(findings.getFirst().severity());
      html.append("<a href=\"#").append(answer.check()).append("\">");
      html.append(Html.escape(answer.title())).append("</a></td><td>");
      html.append(mark(kind, findings.size() == 1 ? kind : findings.size() + " " + kind + "s"));
      html.append("</td><td>")
          .append(Html.escape(findings.getFirst().text()))
          .append("</td></tr>\n");
    }
    page.add(html.append("</tbody></table></div>\n").toString());
    page.paragraph(
        "A defect is wrong whatever the set is for. A person should look at a suspicion. A note is"
            + " worth knowing.");
    page.paragraph("A click on a picture enlarges it. This command makes the report again:");
    page.add(Html.commands(List.of(command("This report"))));
  }

  private static String mark(String kind, String text) {
    return "<span class=\"mark " + kind + "\">" + Html.escape(text) + "</span>";
  }

  private void counts() {
    page.section("data", "The data set");
    List<Label> labels =
        set.set().images().stream().map(image -> image.label()).distinct().sorted().toList();
    List<String> head = new ArrayList<>(List.of("split"));
    labels.forEach(label -> head.add(label.toString()));
    head.add("all");
    List<List<String>> rows = new ArrayList<>(List.of(head));
    for (Split split : set.set().counts().keySet()) {
      List<String> row = new ArrayList<>(List.of(split.name().toLowerCase(Locale.ROOT)));
      int all = 0;
      for (Label label : labels) {
        int count = set.set().count(split, label);
        row.add(Numbers.count(count));
        all += count;
      }
      row.add(Numbers.count(all));
      rows.add(row);
    }
    page.add(Html.table(rows));
    if (set.expected().counts().isEmpty()) {
      page.add(Html.paragraph("No counts were expected; give them with --expect."));
    }
    if (!set.images().isEmpty()) {
      page.add(Html.paragraph("The smallest, the median and the largest of each group:"));
      page.add(Html.table(Overview.groups(set.images())));
      page.add(Html.table(Overview.forms(set.images())));
    }
  }

  /// The command that reproduces this report.
  private ShellCommand command(String purpose) {
    List<String> words = new ArrayList<>(List.of("penumbra", "audit"));
    words.add(ShellCommand.path(request.input()));
    words.addAll(List.of("-o", ShellCommand.path(request.output())));
    request.expected().texts().forEach(text -> words.addAll(List.of("--expect", text)));
    LabelRequest labels = request.labels();
    labels.file().ifPresent(file -> words.addAll(List.of("--labels", ShellCommand.path(file))));
    labels.imageColumn().ifPresent(name -> words.addAll(List.of("--image-column", name)));
    labels.labelColumns().forEach(name -> words.addAll(List.of("--label-column", name)));
    return new ShellCommand(purpose, words);
  }

  private static boolean isShortcuts(CheckResult answer) {
    return answer.check().equals("shortcuts");
  }

  private void section(CheckResult answer) {
    if (isShortcuts(answer) && shortcuts.isEmpty() && answer.findings().isEmpty()) {
      return;
    }
    page.section(answer.check(), answer.title()).paragraph(answer.explanation());
    if (isShortcuts(answer)) {
      charts();
    }
    List<Finding> findings = answer.findings();
    for (int i = 0; i < Math.min(LISTED, findings.size()); i++) {
      finding(findings.get(i), i < PICTURED);
    }
    if (findings.size() > LISTED) {
      page.add(
          Html.paragraph(
              "And " + Numbers.count(findings.size() - LISTED) + " more in findings.csv."));
    }
  }

  private void charts() {
    List<Label> labels = shortcuts.stream().map(Shortcut::label).distinct().toList();
    for (Label label : labels) {
      List<Shortcut> own = shortcuts.stream().filter(s -> s.label().equals(label)).toList();
      page.add(
          Html.paragraph(
              "Above 0.5: larger for "
                  + label
                  + " ("
                  + Numbers.count(own.getFirst().images())
                  + " images against "
                  + Numbers.count(own.getFirst().others())
                  + "). Outside of the grey band the feature tells much."));
      page.add(
          FigureBlock.inColumns(1, 1)
              .withChart(AucChart.of(own), "Areas under the curve for " + label)
              .withCommand(command("The chart, with this report"))
              .html("How well each feature alone tells " + label + " from the rest"));
    }
  }

  private void finding(Finding finding, boolean pictured) {
    String kind = AuditFiles.nameOf(finding.severity());
    List<String> files = finding.files();
    boolean named = files.size() == 1;
    String text = Html.escape((named ? files.getFirst() + ": " : "") + finding.text());
    page.add("<p class=\"finding\">" + mark(kind, kind) + " " + text + "</p>\n");
    if (files.isEmpty()) {
      return;
    }
    if (pictured) {
      page.add(previews.of(files.subList(0, Math.min(SIDE_BY_SIDE, files.size()))));
    }
    int shown = pictured ? SIDE_BY_SIDE : named ? 1 : 0;
    if (files.size() > shown) {
      list(files.subList(shown, files.size()));
    }
  }

  private void list(List<String> files) {
    StringBuilder html = new StringBuilder();
    html.append("<details><summary>").append(plural(files.size(), "file"));
    html.append("</summary>\n<ol class=\"files\">\n");
    for (String file : files.subList(0, Math.min(10 * LISTED, files.size()))) {
      html.append("<li>").append(Html.escape(file)).append("</li>\n");
    }
    page.add(html.append("</ol></details>\n").toString());
  }

  private void rest() {
    List<CheckResult> clean =
        answers.stream()
            .filter(answer -> answer.findings().isEmpty() && !isShortcuts(answer))
            .toList();
    if (clean.isEmpty()) {
      return;
    }
    page.section("clean", "Checked, and nothing found");
    List<List<String>> rows = new ArrayList<>(List.of(List.of("check", "rule")));
    clean.forEach(answer -> rows.add(List.of(answer.title(), answer.explanation())));
    page.add(Html.table(rows));
  }
}
