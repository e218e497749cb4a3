/// HTML reports and text tables: the article, audits, the benchmark.
@org.jspecify.annotations.NullMarked
module penumbra.report {
  requires transitive penumbra.datasets;
  requires transitive penumbra.phantom;
  requires static org.jspecify;

  exports penumbra.report.article;
  exports penumbra.report.audit;
  exports penumbra.report.bench;
}
