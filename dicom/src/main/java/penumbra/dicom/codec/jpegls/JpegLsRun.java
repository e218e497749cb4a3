package penumbra.dicom.codec.jpegls;

/// How long runs lately were: the index that long ones raise and each interruption lowers.
final class JpegLsRun {
  int index;

  void interrupt() {
    index = Math.max(0, index - 1);
  }
}
