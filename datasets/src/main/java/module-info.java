/// Work on many images: batches, runs with their journals and manifests, statistics, audits.
@org.jspecify.annotations.NullMarked
module penumbra.datasets {
  requires transitive java.sql;
  requires transitive penumbra.imaging;
  requires static org.jspecify;

  exports penumbra.datasets;
  exports penumbra.datasets.audit;
  exports penumbra.datasets.audit.check;
  exports penumbra.datasets.audit.measure;
  exports penumbra.datasets.deidentify;
  exports penumbra.datasets.run;
  exports penumbra.datasets.run.journal;
  exports penumbra.datasets.run.output;
  exports penumbra.datasets.stats;
  exports penumbra.datasets.table;
}
