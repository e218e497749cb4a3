/// Reads and writes image and array files: JPEG, PNG, TIFF, NIfTI, BMP, PNM, NPY, NPZ, GIF, and
/// formats of other modules, see [penumbra.io.format.ImageFormat]. Lists data sets.
@org.jspecify.annotations.NullMarked
module penumbra.io {
  requires transitive penumbra.core;
  requires transitive java.desktop;
  requires static org.jspecify;

  exports penumbra.io;
  exports penumbra.io.archive;
  exports penumbra.io.bmp;
  exports penumbra.io.dataset;
  exports penumbra.io.format;
  exports penumbra.io.gif;
  exports penumbra.io.jpeg;
  exports penumbra.io.nifti;
  exports penumbra.io.npy;
  exports penumbra.io.pixel;
  exports penumbra.io.png;
  exports penumbra.io.pnm;
  exports penumbra.io.tiff;

  uses penumbra.io.format.ImageFormat;
}
