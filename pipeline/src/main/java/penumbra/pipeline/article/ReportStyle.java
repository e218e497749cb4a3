package penumbra.pipeline.article;

import penumbra.pipeline.html.Page;

/// The frame of the report: head and foot.
final class ReportStyle {
  private static final String LAST_WORDS =
      """
      Computed by Penumbra. Every number of this page, and many more, stands in statistics.json
      beside it; the pictures stand in the folder figures. Not a diagnostic device: the pictures are
      for study and software development, not for the care of patients.\
      """;

  private ReportStyle() {}

  static String head(String folder) {
    return Page.head("Filters on chest radiographs: " + folder);
  }

  static String foot() {
    return Page.foot(LAST_WORDS);
  }
}
