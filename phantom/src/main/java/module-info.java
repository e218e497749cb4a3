/// Simulated chest radiographs with known edges, lungs and opacities.
@org.jspecify.annotations.NullMarked
module penumbra.phantom {
  requires transitive penumbra.core;
  requires transitive penumbra.dicom;
  requires transitive penumbra.io;
  requires static org.jspecify;

  exports penumbra.phantom;
}
