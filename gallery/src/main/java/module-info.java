/// Worked examples: what the documentation shows, compiled and tested. Not shipped. It sees of
/// Penumbra what any other program sees.
@org.jspecify.annotations.NullMarked
module penumbra.gallery {
  requires static org.jspecify;
  requires transitive penumbra.catalogue;

  exports penumbra.gallery;

  provides penumbra.catalogue.OperationProvider with
      penumbra.gallery.GalleryOperations;
}
