package penumbra.dicom.pixel;

import java.lang.foreign.MemorySegment;
import java.util.List;
import penumbra.core.DType;
import penumbra.core.NdArray;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomException;
import penumbra.dicom.Element;
import penumbra.dicom.TransferSyntax;
import penumbra.dicom.Vr;
import penumbra.dicom.pixel.PixelForm.Content;
import penumbra.dicom.pixel.PixelForm.Layout;
import penumbra.io.format.Limits;

/// Frames of native pixel data.
///
/// @param data the data set
/// @param syntax how it is written
/// @param element that of the pixels
/// @param bytes the value of it
/// @param form what the data set says of it
/// @param lenient whether bytes may be missing at the end
record NativePixels(
    DataSet data,
    TransferSyntax syntax,
    Element element,
    MemorySegment bytes,
    PixelForm form,
    boolean lenient)
    implements FrameSource {
  @Override
  public StoredFrame frame(int index, Limits limits, List<String> steps, List<String> odd)
      throws DicomException {
    Photometric photometric = form.photometric();
    boolean halved = form.layout() == Layout.HALVED_CHROMA;
    boolean sparse =
        photometric == Photometric.YBR_PARTIAL_420
            && bytes.byteSize() * Byte.SIZE < form.nativeBits() * form.frames();
    if (sparse || (halved && form.columns() % 2 == 1)) {
      throw new DicomException(
          "must have chroma for each pixel or each pair of columns where it is not coded",
          "has " + form.columns() + " columns of " + photometric.term(),
          "convert it with another tool first");
    }
    MemorySegment frame = new NativeFrames(bytes, form, lenient).frame(index, steps);
    if (form.content() != Content.INTEGER) {
      DType type = form.content() == Content.FLOAT ? DType.FLOAT32 : DType.FLOAT64;
      NdArray values = NdArray.of(type, frame, form.rows(), form.columns());
      return new StoredFrame(values, form.bitsAllocated(), photometric, steps, odd);
    }
    int bytesPerSample = Math.max(1, form.bitsAllocated() / Byte.SIZE);
    if (syntax.isBigEndian()
        && form.bitsAllocated() >= Integer.SIZE
        && !form.isPacked()
        && element.vr() == Vr.OW) {
      frame = swapWords(frame, bytesPerSample);
    }
    var colours = new Colours(bytesPerSample, form.rows(), form.columns());
    if (halved) {
      frame = colours.fromHalvedChroma(frame);
      steps.add("Gave each second column the chroma of the column before.");
    } else if (photometric.samples() > 1 && form.layout() == Layout.PLANES) {
      frame = colours.fromPlanes(frame, photometric.samples());
      steps.add("Joined the planes of the three colours.");
    }
    boolean ybr = photometric.isFullYbr() || photometric.isPartialYbr();
    return new SampleValues(data, form, steps, odd).of(frame, bytesPerSample, form.highBit(), ybr);
  }

  /// A reader that knows a value's words has put those right; the words of a sample stand in the
  /// file's order still.
  private static MemorySegment swapWords(MemorySegment frame, int bytes) {
    MemorySegment target = NdArray.allocate(DType.UINT8, frame.byteSize());
    int words = bytes / Short.BYTES;
    int[] sample = new int[words];
    int[] turned = new int[words];
    for (long at = 0; at < frame.byteSize() / bytes; at++) {
      SampleRuns.load(frame, Short.BYTES, at * words, sample, words);
      for (int i = 0; i < words; i++) {
        turned[i] = sample[words - 1 - i];
      }
      SampleRuns.store(turned, target, Short.BYTES, at * words, words);
    }
    return target;
  }
}
