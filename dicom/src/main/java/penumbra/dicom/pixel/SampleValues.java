package penumbra.dicom.pixel;

import java.lang.foreign.MemorySegment;
import java.util.List;
import penumbra.core.DType;
import penumbra.core.NdArray;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomException;

/// Turns the samples of a frame, native or decoded, into its stored values: takes the bits that
/// count, and makes colours red, green and blue.
///
/// @param data the data set, which may have a palette
/// @param form what the frame is
/// @param steps takes what is done, a sentence each
/// @param odd what is odd about the frame
record SampleValues(DataSet data, PixelForm form, List<String> steps, List<String> odd) {
  /// The values.
  ///
  /// @param frame the samples, those of a pixel side by side
  /// @param bytes of a sample
  /// @param high the highest bit that counts
  /// @param ybr whether three samples are luma and chroma
  StoredFrame of(MemorySegment frame, int bytes, int high, boolean ybr) throws DicomException {
    Photometric photometric = form.photometric();
    boolean colours = photometric.samples() > 1;
    boolean signed = form.signed() && !colours;
    int stored = Math.min(form.bitsStored(), high + 1);
    if (bytes == Long.BYTES) {
      NdArray values = new WideBits(stored, high, signed).apply(frame, form, steps);
      return stored(values, stored);
    }
    if (form.bitsAllocated() == 1 && !colours) {
      return palette(NdArray.of(DType.UINT8, frame, form.rows(), form.columns()), 1);
    }
    var bits = new StoredBits(bytes, stored, high, signed);
    MemorySegment samples = bits.apply(frame, steps);
    if (!colours) {
      return palette(NdArray.of(bits.type(), samples, form.rows(), form.columns()), stored);
    }
    var turning = new Colours(bytes, form.rows(), form.columns());
    if (photometric.hasOpacity()) {
      samples = turning.withoutOpacity(samples, photometric == Photometric.ARGB ? 0 : 3);
      odd.add("Pixels have an opacity, which is left out: the colours are shown as they are.");
    }
    if (ybr) {
      samples = turning.toRgb(samples, new Ybr(stored, !photometric.isPartialYbr()));
      steps.add("Turned luma and chroma into red, green and blue by BT.601.");
    }
    return stored(NdArray.of(bits.type(), samples, form.rows(), form.columns(), 3), stored);
  }

  /// Grey as it is, and a palette's numbers as its colours.
  private StoredFrame palette(NdArray values, int stored) throws DicomException {
    if (form.photometric() != Photometric.PALETTE_COLOR) {
      return stored(values, stored);
    }
    PaletteTables palette = PaletteTables.of(data, form.signed(), odd::add);
    MemorySegment colours = palette.apply(values.segment(), values.type());
    steps.add("Looked up the colours of a palette of " + palette.entries() + " entries.");
    DType type = palette.bits() == 8 ? DType.UINT8 : DType.UINT16;
    return stored(NdArray.of(type, colours, form.rows(), form.columns(), 3), palette.bits());
  }

  private StoredFrame stored(NdArray values, int bits) {
    return new StoredFrame(values, bits, form.photometric(), steps, odd);
  }
}
