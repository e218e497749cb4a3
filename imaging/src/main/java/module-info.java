/// Work on one image: recipes, and writing results as files and pictures.
@org.jspecify.annotations.NullMarked
module penumbra.imaging {
  requires transitive penumbra.catalogue;
  requires transitive penumbra.dicom;
  requires transitive penumbra.figure;
  requires transitive penumbra.io;
  requires org.snakeyaml.engine;
  requires static org.jspecify;

  exports penumbra.imaging;
  exports penumbra.imaging.job;
  exports penumbra.imaging.recipe;
}
