/// The examples of the documentation, compiled and tested. Not shipped. It uses only what Penumbra
/// exports to any program.
@org.jspecify.annotations.NullMarked
module penumbra.gallery {
  requires static org.jspecify;
  requires transitive penumbra.catalogue;

  exports penumbra.gallery;

  provides penumbra.catalogue.OperationProvider with
      penumbra.gallery.GalleryOperations;
}
