/// Pages and tables for people: the article, audits, the benchmark.
@org.jspecify.annotations.NullMarked
module penumbra.report {
  requires transitive penumbra.datasets;
  requires transitive penumbra.phantom;
  requires static org.jspecify;

  exports penumbra.report.article;
  exports penumbra.report.audit;
  exports penumbra.report.bench;
}
