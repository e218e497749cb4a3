package penumbra.datasets.audit;

/// Receives the progress of an audit.
@FunctionalInterface
public interface AuditListener {
  /// Ignores the progress.
  AuditListener SILENT = (_, _, _) -> {};

  /// `done` of `total` steps are done; `what` is the next one. Calls never overlap.
  void progress(String what, int done, int total);
}
