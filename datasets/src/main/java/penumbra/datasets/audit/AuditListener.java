package penumbra.datasets.audit;

/// Hears how far an audit has come.
@FunctionalInterface
public interface AuditListener {
  /// Hears nothing.
  AuditListener SILENT = (_, _, _) -> {};

  /// `done` of `total` steps are done; `what` says what comes next. Never called twice at a time.
  void progress(String what, int done, int total);
}
