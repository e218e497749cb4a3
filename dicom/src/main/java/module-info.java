/// Reads and writes DICOM: data sets, compressed pixels, the grey-scale pipeline.
@org.jspecify.annotations.NullMarked
module penumbra.dicom {
  requires transitive penumbra.core;
  requires transitive penumbra.io;
  requires java.desktop;
  requires jdk.charsets;
  requires static org.jspecify;

  exports penumbra.dicom;
  exports penumbra.dicom.deidentify;
  exports penumbra.dicom.derive;
  exports penumbra.dicom.file;
  exports penumbra.dicom.grey;
  exports penumbra.dicom.header;
  exports penumbra.dicom.pixel;
  exports penumbra.dicom.series;

  provides penumbra.io.format.ImageFormat with
      penumbra.dicom.grey.DicomFormat;
  provides javax.imageio.spi.ImageReaderSpi with
      penumbra.dicom.imageio.DicomImageReaderSpi;
}
