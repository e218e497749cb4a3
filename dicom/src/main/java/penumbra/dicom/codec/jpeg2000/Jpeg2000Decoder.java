package penumbra.dicom.codec.jpeg2000;

import java.lang.foreign.MemorySegment;
import penumbra.dicom.DicomException;
import penumbra.dicom.codec.frame.FrameDecoder;
import penumbra.dicom.codec.frame.FrameForm;
import penumbra.dicom.codec.frame.Samples;

/// JPEG 2000 and High-Throughput JPEG 2000, lossless and lossy, bare codestreams and JP2 or JPH
/// files. Undoes the colour transforms RCT and ICT, so that colours come as red, green and blue.
///
/// It has no state, so several threads can share it. The compressed bytes and the size of the frame
/// bound the time and the memory; both are checked before anything is allocated.
public final class Jpeg2000Decoder implements FrameDecoder {
  @Override
  public Samples decode(byte[] coded, FrameForm form) throws DicomException {
    Codestream stream = Codestream.open(coded);
    Size size = stream.size();
    check(size, form);
    int bytes = size.bits() <= 8 * form.bytesPerSample() ? form.bytesPerSample() : 0;
    if (bytes == 0) {
      throw new DicomException(
          "must have at most the " + form.bitsAllocated() + " bits allocated to a sample",
          "has JPEG 2000 frames of " + size.bits(),
          "ask its maker to correct it");
    }
    byte[] data = new byte[Math.toIntExact(form.samples() * bytes)];
    stream.decode((left, top, width, planes) -> store(planes, left, top, width, size, bytes, data));
    return new Samples(
        form.rows(),
        form.columns(),
        form.samplesPerPixel(),
        size.bits(),
        size.signed(),
        bytes,
        MemorySegment.ofArray(data));
  }

  private static void check(Size size, FrameForm form) throws DicomException {
    if (size.width() != form.columns()
        || size.height() != form.rows()
        || size.components() != form.samplesPerPixel()) {
      throw new DicomException(
          "must have frames of "
              + describe(form.rows(), form.columns(), form.samplesPerPixel())
              + ", as the data set says",
          "has a JPEG 2000 frame of " + describe(size.height(), size.width(), size.components()),
          "ask its maker to correct it");
    }
    if (form.samples() * form.bytesPerSample() > Integer.MAX_VALUE - 8) {
      throw new DicomException(
          "must have frames of fewer than 2^31 bytes",
          "has one of " + describe(form.rows(), form.columns(), form.samplesPerPixel()),
          "cut it into smaller pictures with another tool first");
    }
  }

  private static String describe(int rows, int columns, int samples) {
    return rows + " x " + columns + " x " + samples;
  }

  private static void store(
      int[][] planes, int left, int top, int width, Size size, int bytes, byte[] data) {
    for (int band = 0; band < planes.length; band++) {
      int[] plane = planes[band];
      for (int row = 0; row < plane.length / width; row++) {
        int at = (((top + row) * size.width() + left) * planes.length + band) * bytes;
        for (int x = 0; x < width; x++) {
          int value = plane[row * width + x];
          for (int b = 0; b < bytes; b++) {
            data[at + b] = (byte) (value >> (8 * b));
          }
          at += planes.length * bytes;
        }
      }
    }
  }
}
