/// What is done with whole sets of radiographs: the catalogue of operations, batches, plots.
@org.jspecify.annotations.NullMarked
module penumbra.pipeline {
  requires transitive penumbra.core;
  requires transitive penumbra.io;
  requires transitive penumbra.dicom;
  requires transitive penumbra.figure;
  requires transitive java.sql;
  requires org.snakeyaml.engine;
  requires static org.jspecify;

  exports penumbra.pipeline;
  exports penumbra.pipeline.article;
  exports penumbra.pipeline.audit;
  exports penumbra.pipeline.bench;
  exports penumbra.pipeline.deidentify;
  exports penumbra.pipeline.phantom;
  exports penumbra.pipeline.recipe;
  exports penumbra.pipeline.run;
  exports penumbra.pipeline.stats;
  exports penumbra.pipeline.table;
}
