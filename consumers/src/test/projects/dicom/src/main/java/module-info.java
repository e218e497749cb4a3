module example.dicom {
  requires penumbra.dicom;
}
