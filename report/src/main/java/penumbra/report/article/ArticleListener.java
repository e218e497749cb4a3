package penumbra.report.article;

/// Receives the progress.
@FunctionalInterface
public interface ArticleListener {
  /// Ignores the progress.
  ArticleListener SILENT = (_, _, _) -> {};

  /// `done` of `total` steps are done; `what` is the next one.
  void progress(String what, int done, int total);
}
