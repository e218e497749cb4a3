package penumbra.dicom.codec.jpeg2000;

import penumbra.dicom.DicomException;

/// The boxes of a JP2 file, T.800 annex I. Only the codestream matters: the data set also describes
/// the colours, and it has priority.
final class Jp2 {
  private static final long SIGNATURE = 0x6A502020;
  private static final long CODESTREAM = 0x6A703263;

  private Jp2() {}

  /// The start of the codestream: 0, or inside its box.
  static int codestream(byte[] bytes) throws DicomException {
    Input input = new Input(bytes, 0, bytes.length);
    if (input.remaining() < 12 || input.u32() != 12 || input.u32() != SIGNATURE) {
      return 0;
    }
    input.u32();
    while (input.remaining() >= 8) {
      int from = input.position();
      long length = input.u32();
      long type = input.u32();
      if (length == 1) {
        length = (input.u32() << 32) | input.u32();
      }
      if (type == CODESTREAM) {
        return input.position();
      }
      long rest = from + length - input.position();
      if (rest < 0 || rest > input.remaining()) {
        throw CodestreamErrors.at(from, "starts a box of " + length + " bytes");
      }
      input.skip((int) rest);
    }
    throw CodestreamErrors.of("has a JP2 file without a codestream");
  }
}
