package penumbra.dicom.codec.jpegls;

import java.util.ArrayList;
import java.util.List;
import penumbra.dicom.DicomException;
import penumbra.dicom.codec.frame.FrameErrors;
import penumbra.dicom.codec.frame.FrameForm;

/// The header of a JPEG-LS frame.
///
/// @param bits the bits of each sample
/// @param height the number of lines
/// @param width the number of samples in a line
/// @param components the components' identifiers
record JpegLsFrame(int bits, int height, int width, List<Integer> components) {
  private static final int NOT_SUBSAMPLED = 0x11;

  static JpegLsFrame read(JpegLsSegment segment) throws DicomException {
    int bits = segment.number(1);
    int height = segment.number(2);
    int width = segment.number(2);
    int count = segment.number(1);
    List<Integer> components = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int component = segment.number(1);
      if (components.contains(component)) {
        throw segment.bad("names component " + component + " twice");
      }
      components.add(component);
      if (segment.number(1) != NOT_SUBSAMPLED && count > 1) {
        throw FrameErrors.unsupported(
            "the components of a JPEG-LS frame must be of one size", "they are subsampled");
      }
      segment.number(1); // a quantization table, which JPEG-LS does not have
    }
    if (bits < 2 || bits > 16) {
      throw segment.bad("says that samples have " + bits + " bits");
    }
    return new JpegLsFrame(bits, height, width, List.copyOf(components));
  }

  /// Throws if this header does not match the data set.
  void check(FrameForm form) throws DicomException {
    if (height != form.rows()
        || width != form.columns()
        || components.size() != form.samplesPerPixel()) {
      throw FrameErrors.of(
          "the JPEG-LS frame must be "
              + describe(form.rows(), form.columns(), form.samplesPerPixel())
              + ", as the data set says",
          "is " + describe(height, width, components.size()));
    }
    if (bits > form.bitsAllocated() || form.bytesPerSample() > 2) {
      throw FrameErrors.of(
          "the JPEG-LS frame must fit samples of "
              + form.bitsAllocated()
              + " bits allocated, which must be 8 or 16",
          "has " + bits + " bits");
    }
  }

  private static String describe(int height, int width, int components) {
    return height + " x " + width + " with " + components + " samples a pixel";
  }
}
