package penumbra.dicom.codec.jpegls;

/// The run index, a measure of recent run lengths: long runs raise it, and each interruption lowers
/// it.
final class JpegLsRun {
  int index;

  void interrupt() {
    index = Math.max(0, index - 1);
  }
}
