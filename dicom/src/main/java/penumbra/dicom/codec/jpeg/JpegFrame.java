package penumbra.dicom.codec.jpeg;

import java.util.ArrayList;
import java.util.List;
import penumbra.dicom.DicomException;
import penumbra.dicom.codec.frame.FrameForm;

/// A frame header, T.81 B.2.2.
///
/// @param marker SOF0 or another SOF marker: the process
/// @param precision bits of a sample
/// @param height the rows
/// @param width the columns
/// @param components one for grey, three for colour
record JpegFrame(int marker, int precision, int height, int width, List<Component> components) {
  /// One component of the frame.
  ///
  /// @param id its identifier in scan headers
  /// @param horizontal its sampling factor, 1 to 4
  /// @param vertical its sampling factor, 1 to 4
  /// @param quantization the number of its quantization table, 0 to 3
  record Component(int id, int horizontal, int vertical, int quantization) {}

  JpegFrame {
    components = List.copyOf(components);
  }

  /// Reads a header.
  ///
  /// @param form gives the rows if the header leaves them to a DNL marker after the first scan
  static JpegFrame read(SegmentReader segment, FrameForm form) throws DicomException {
    int precision = segment.u8();
    int height = segment.u16();
    int width = segment.u16();
    int count = segment.u8();
    List<Component> components = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int id = segment.u8();
      int factors = segment.u8();
      int quantization = segment.u8();
      components.add(new Component(id, factors >> 4, factors & 15, quantization));
    }
    int rows = height == 0 ? form.rows() : height;
    var frame = new JpegFrame(segment.marker(), precision, rows, width, components);
    frame.checkItself(segment);
    return frame;
  }

  private void checkItself(SegmentReader segment) throws DicomException {
    boolean allowed =
        switch (marker) {
          case JpegMarker.SOF_BASELINE -> precision == 8;
          case JpegMarker.SOF_LOSSLESS -> precision >= 2 && precision <= 16;
          default -> precision == 8 || precision == 12;
        };
    if (!allowed) {
      throw segment.damaged(
          "must have samples of 8 bits, of 12 where it is extended, or of 2 to 16 where it is lossless",
          "has samples of " + precision + " bits");
    }
    for (Component component : components) {
      int horizontal = component.horizontal;
      int vertical = component.vertical;
      if (horizontal < 1 || horizontal > 4 || vertical < 1 || vertical > 4) {
        throw segment.damaged(
            "must have sampling factors of 1 to 4", "has " + horizontal + " x " + vertical);
      }
      if (component.quantization > 3) {
        throw segment.damaged(
            "must have quantization tables 0 to 3", "has " + component.quantization);
      }
    }
  }

  /// Compares the header with the data set.
  void check(FrameForm form) throws DicomException {
    boolean agrees =
        height == form.rows()
            && width == form.columns()
            && components.size() == form.samplesPerPixel()
            && precision <= form.bitsAllocated();
    if (!agrees) {
      throw new DicomException(
          "must have coded frames of %d x %d pixels (rows x columns) of %d samples of at most %d bits"
              .formatted(form.rows(), form.columns(), form.samplesPerPixel(), form.bitsAllocated()),
          "has a JPEG frame of %d x %d pixels of %d samples of %d bits"
              .formatted(height, width, components.size(), precision),
          "ask its maker to correct the data set");
    }
  }

  /// Throws if the stream is too short for this frame even at the best possible rate. Nothing is
  /// then allocated for a huge frame without data.
  ///
  /// @param units the number of coded blocks or samples
  /// @param leastBits the smallest number of bits of each
  void checkLength(long units, int leastBits, int codedBytes) throws DicomException {
    long least = units * leastBits / 8;
    if (least > codedBytes) {
      throw new DicomException(
          "must have at least %d bytes for %d x %d pixels".formatted(least, height, width),
          "has a coded frame of " + codedBytes,
          "copy the file again, or ask its maker for a sound one");
    }
  }

  /// The largest horizontal factor.
  int horizontal() {
    return components.stream().mapToInt(Component::horizontal).max().orElse(1);
  }

  /// The largest vertical factor.
  int vertical() {
    return components.stream().mapToInt(Component::vertical).max().orElse(1);
  }
}
