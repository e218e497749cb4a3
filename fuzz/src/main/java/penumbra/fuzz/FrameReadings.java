package penumbra.fuzz;

import java.io.IOException;
import java.util.Arrays;
import penumbra.dicom.codec.frame.FrameDecoder;
import penumbra.dicom.codec.frame.FrameForm;
import penumbra.dicom.codec.frame.Samples;
import penumbra.dicom.codec.jpeg.JpegDecoder;

/// The readings of compressed frames of DICOM. Each frame follows [#FORM] bytes that stand for its
/// data set: rows - 1, columns - 1, samples per pixel (even: 1, odd: 3), bytes allocated (its
/// remainder by 3: 1, 2 or 4), bits stored - 1, and whether samples are signed (odd).
final class FrameReadings {
  static final int FORM = 6;

  private static final int MOST_ROWS = 128;

  private FrameReadings() {}

  /// A frame decoded by `decoder`.
  static Reading by(FrameDecoder decoder) {
    return input -> decode(decoder, input);
  }

  /// What a frame's markers say about its colours.
  static void jpegColour(byte[] input) throws IOException {
    if (input.length >= FORM) {
      JpegDecoder.colour(Arrays.copyOfRange(input, FORM, input.length));
    }
  }

  private static void decode(FrameDecoder decoder, byte[] input) throws IOException {
    if (input.length < FORM) {
      return;
    }
    FrameForm form = form(input);
    Samples samples = decoder.decode(Arrays.copyOfRange(input, FORM, input.length), form);
    long bytes = form.samples() * form.bytesPerSample();
    if (samples.data().byteSize() != bytes
        || samples.bits() < 1
        || samples.bits() > form.bitsAllocated()) {
      throw new ContractViolation("gives " + samples + " for " + form);
    }
  }

  private static FrameForm form(byte[] input) {
    int allocated = Byte.SIZE << ((input[3] & 0xFF) % 3);
    return new FrameForm(
        1 + (input[0] & 0xFF) % MOST_ROWS,
        1 + (input[1] & 0xFF) % MOST_ROWS,
        (input[2] & 1) == 0 ? 1 : 3,
        allocated,
        1 + (input[4] & 0xFF) % allocated,
        (input[5] & 1) == 1);
  }
}
