package penumbra.dicom.pixel;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import penumbra.core.NdArray;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomException;
import penumbra.dicom.Element;
import penumbra.dicom.Tag;
import penumbra.dicom.Tags;
import penumbra.dicom.TransferSyntax;
import penumbra.dicom.Value.Fragments;
import penumbra.dicom.Vr;
import penumbra.io.format.Limits;

/// Small images for tests.
final class PixelObjects {
  static final TransferSyntax NATIVE = TransferSyntax.EXPLICIT_LITTLE_ENDIAN;

  private PixelObjects() {}

  /// What describes grey of `rows` x `columns`, all bits in use.
  static DataSet grey(int rows, int columns, int bits) {
    return DataSet.of(
        Element.ofUnsignedShorts(Tags.SAMPLES_PER_PIXEL, 1),
        Element.ofText(Tags.PHOTOMETRIC_INTERPRETATION, Vr.CS, "MONOCHROME2"),
        Element.ofUnsignedShorts(Tags.ROWS, rows),
        Element.ofUnsignedShorts(Tags.COLUMNS, columns),
        Element.ofUnsignedShorts(Tags.BITS_ALLOCATED, bits),
        Element.ofUnsignedShorts(Tags.BITS_STORED, bits),
        Element.ofUnsignedShorts(Tags.HIGH_BIT, bits - 1),
        Element.ofUnsignedShorts(Tags.PIXEL_REPRESENTATION, 0));
  }

  static DataSet colour(int rows, int columns, int bits, String photometric, int planar) {
    return grey(rows, columns, bits)
        .with(Element.ofUnsignedShorts(Tags.SAMPLES_PER_PIXEL, 3))
        .with(Element.ofText(Tags.PHOTOMETRIC_INTERPRETATION, Vr.CS, photometric))
        .with(Element.ofUnsignedShorts(Tags.PLANAR_CONFIGURATION, planar));
  }

  static DataSet palette(int rows, int columns, int bits) {
    return grey(rows, columns, bits)
        .with(Element.ofText(Tags.PHOTOMETRIC_INTERPRETATION, Vr.CS, "PALETTE COLOR"));
  }

  static DataSet with(DataSet data, Tag tag, int number) {
    return data.with(Element.ofUnsignedShorts(tag, number));
  }

  static DataSet frames(DataSet data, int frames) {
    return data.with(Element.ofText(Tags.NUMBER_OF_FRAMES, Vr.IS, Integer.toString(frames)));
  }

  static DataSet pixels(DataSet data, int... bytes) {
    return data.with(Element.ofBytes(Tags.PIXEL_DATA, Vr.OW, bytes(bytes)));
  }

  static DataSet coded(DataSet data, byte[] offsets, byte[]... fragments) {
    return data.with(new Element(Tags.PIXEL_DATA, Vr.OB, fragments(offsets, fragments)));
  }

  static Fragments fragments(byte[] offsets, byte[]... fragments) {
    List<MemorySegment> segments = new ArrayList<>();
    for (byte[] fragment : fragments) {
      segments.add(MemorySegment.ofArray(fragment));
    }
    return new Fragments(MemorySegment.ofArray(offsets), segments);
  }

  static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  /// The first frame.
  static StoredFrame read(DataSet data) throws DicomException {
    return PixelData.of(data, NATIVE).frame(0, Limits.standard());
  }

  static NdArray values(DataSet data) throws DicomException {
    return read(data).values();
  }
}
