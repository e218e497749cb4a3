/// Picture and array files in and out: JPEG, PNG, TIFF, NIfTI, PNM, NPY, NPZ, animated GIF; and the
/// listing of data sets.
@org.jspecify.annotations.NullMarked
module penumbra.io {
  requires transitive penumbra.core;
  requires java.desktop;
  requires static org.jspecify;

  exports penumbra.io;

  uses penumbra.io.ImageFormat;
}
