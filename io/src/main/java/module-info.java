/// Picture and array files in and out: JPEG, PNG, TIFF, NIfTI, PNM, NPY, NPZ, GIF, and what other
/// modules bring as a [penumbra.io.ImageFormat]; and the listing of data sets.
@org.jspecify.annotations.NullMarked
module penumbra.io {
  requires transitive penumbra.core;
  requires transitive java.desktop;
  requires static org.jspecify;

  exports penumbra.io;

  uses penumbra.io.ImageFormat;
}
