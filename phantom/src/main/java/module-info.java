/// The simulated chest: radiographs whose edges, lungs and opacities are known.
@org.jspecify.annotations.NullMarked
module penumbra.phantom {
  requires transitive penumbra.core;
  requires transitive penumbra.dicom;
  requires transitive penumbra.io;
  requires static org.jspecify;

  exports penumbra.phantom;
}
