package penumbra.pipeline.audit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import penumbra.io.Label;
import penumbra.io.Split;
import penumbra.pipeline.Numbers;
import penumbra.pipeline.audit.Finding.Severity;
import penumbra.pipeline.html.Html;
import penumbra.pipeline.html.Page;

/// The report of an audit: one page that holds everything, its pictures included.
final class AuditPage {
  private static final int LISTED = 40;
  private static final int PICTURED = 6;
  private static final int SIDE_BY_SIDE = 4;
  private static final String STYLE =
      """
      .pictures { display: flex; flex-wrap: wrap; gap: .8rem; margin: .4rem 0 1.1rem; }
      .pictures figure { margin: 0; width: 15rem; }
      .pictures img { max-width: 100%; border: 1px solid var(--line); }
      .pictures figcaption { overflow-wrap: anywhere; font-size: .8rem; line-height: 1.3; }
      .mark { display: inline-block; min-width: 6.2rem; padding: .05rem .5rem; border-radius: .7rem; font-size: .8rem; text-align: center; }
      .defect { background: #f9dedc; color: #8c1d18; }
      .suspicion { background: #fdebc8; color: #6d4c00; }
      .note { background: #e3eef4; color: #0b4a63; }
      .none { background: #e2f1e4; color: #1b5e20; }
      .finding { margin: .35rem 0; max-width: 52rem; }
      .chart { max-width: 100%; height: auto; font: 13px system-ui, sans-serif; }
      .chart text { fill: #1d2329; }
      td a { color: var(--mark); }
      """;

  private static final String LAST_WORDS =
      "Computed by Penumbra. Every finding stands in findings.csv and findings.json beside this page,"
          + " every image in images.csv and images.parquet. A finding tells of pixels, files and"
          + " names, not of patients; not a diagnostic device.";

  private final AuditSet set;
  private final List<Answer> answers;
  private final List<Shortcut> shortcuts;
  private final Previews previews;
  private final StringBuilder html = new StringBuilder();

  AuditPage(AuditSet set, List<Answer> answers, List<Shortcut> shortcuts) {
    this.set = set;
    this.answers = List.copyOf(answers);
    this.shortcuts = List.copyOf(shortcuts);
    this.previews = new Previews(set.images());
  }

  String render() {
    html.append(Page.head("Audit: " + folder(), STYLE));
    html.append("<header><h1>Audit of ").append(Html.escape(folder())).append("</h1>\n");
    html.append("<p class=\"lead\">")
        .append(Html.escape(lead()))
        .append("</p>\n</header>\n<main>\n");
    summary();
    counts();
    for (Answer answer : answers) {
      if (!answer.findings().isEmpty() || isShortcuts(answer)) {
        section(answer);
      }
    }
    rest();
    html.append(Page.foot(LAST_WORDS));
    return html.toString();
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
    html.append("<div class=\"wide\"><table>\n<thead><tr><th>check</th><th>found</th>");
    html.append("<th>the gravest</th></tr></thead>\n<tbody>\n");
    for (Answer answer : answers) {
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
    html.append("</tbody></table></div>\n");
    html.append(
        Html.paragraph(
            "A defect is wrong whatever the set is for; a suspicion wants a person's look; a note is"
                + " worth knowing."));
  }

  private static String mark(String kind, String text) {
    return "<span class=\"mark " + kind + "\">" + Html.escape(text) + "</span>";
  }

  private void counts() {
    html.append(Html.heading("The data set"));
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
    html.append(Html.table(rows));
    if (set.expected().counts().isEmpty()) {
      html.append(Html.paragraph("No counts were expected; --expect tells them."));
    }
    if (!set.images().isEmpty()) {
      html.append(Html.paragraph("The smallest, the median and the largest of each group:"));
      html.append(Html.table(Overview.groups(set.images())));
      html.append(Html.table(Overview.forms(set.images())));
    }
  }

  private static boolean isShortcuts(Answer answer) {
    return answer.check().equals("shortcuts");
  }

  private void section(Answer answer) {
    if (isShortcuts(answer) && shortcuts.isEmpty() && answer.findings().isEmpty()) {
      return;
    }
    html.append("<h2 id=\"").append(answer.check()).append("\">");
    html.append(Html.escape(answer.title())).append("</h2>\n");
    html.append(Html.paragraph(answer.explanation()));
    if (isShortcuts(answer)) {
      charts();
    }
    List<Finding> findings = answer.findings();
    for (int i = 0; i < Math.min(LISTED, findings.size()); i++) {
      finding(findings.get(i), i < PICTURED);
    }
    if (findings.size() > LISTED) {
      html.append(
          Html.paragraph(
              "And " + Numbers.count(findings.size() - LISTED) + " more in findings.csv."));
    }
  }

  private void charts() {
    List<Label> labels = shortcuts.stream().map(Shortcut::label).distinct().toList();
    for (Label label : labels) {
      List<Shortcut> own = shortcuts.stream().filter(s -> s.label().equals(label)).toList();
      html.append(
          Html.paragraph(
              "Above 0.5: larger for "
                  + label
                  + " ("
                  + Numbers.count(own.getFirst().images())
                  + " images against "
                  + Numbers.count(own.getFirst().others())
                  + "). Outside of the grey band the feature tells much."));
      html.append("<figure>").append(AucChart.of(own)).append("</figure>\n");
    }
  }

  private void finding(Finding finding, boolean pictured) {
    String kind = AuditFiles.nameOf(finding.severity());
    html.append("<p class=\"finding\">").append(mark(kind, kind)).append(' ');
    List<String> files = finding.files();
    boolean named = files.size() == 1;
    html.append(Html.escape((named ? files.getFirst() + ": " : "") + finding.text()));
    html.append("</p>\n");
    if (files.isEmpty()) {
      return;
    }
    if (pictured) {
      html.append(previews.of(files.subList(0, Math.min(SIDE_BY_SIDE, files.size()))));
    }
    int shown = pictured ? SIDE_BY_SIDE : named ? 1 : 0;
    if (files.size() > shown) {
      list(files.subList(shown, files.size()));
    }
  }

  private void list(List<String> files) {
    html.append("<details><summary>").append(plural(files.size(), "file"));
    html.append("</summary>\n<ol class=\"files\">\n");
    for (String file : files.subList(0, Math.min(10 * LISTED, files.size()))) {
      html.append("<li>").append(Html.escape(file)).append("</li>\n");
    }
    html.append("</ol></details>\n");
  }

  private void rest() {
    List<Answer> clean =
        answers.stream()
            .filter(answer -> answer.findings().isEmpty() && !isShortcuts(answer))
            .toList();
    if (clean.isEmpty()) {
      return;
    }
    html.append(Html.heading("Looked for and not found"));
    List<List<String>> rows = new ArrayList<>(List.of(List.of("check", "rule")));
    clean.forEach(answer -> rows.add(List.of(answer.title(), answer.explanation())));
    html.append(Html.table(rows));
  }
}
