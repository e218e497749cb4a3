package penumbra.report.article;

/// Hears how far the work has come.
@FunctionalInterface
public interface ArticleListener {
  /// Hears nothing.
  ArticleListener SILENT = (_, _, _) -> {};

  /// `done` of `total` steps are done; `what` says what comes next.
  void progress(String what, int done, int total);
}
