package penumbra.dicom.grey;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomObject;
import penumbra.dicom.Element;
import penumbra.dicom.Tag;
import penumbra.dicom.Tags;
import penumbra.dicom.TransferSyntax;
import penumbra.dicom.Value;
import penumbra.dicom.Vr;

/// Objects of a row of 16-bit pixels, made in memory.
final class Rows {
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private Rows() {}

  /// An object of one row with these stored values.
  static DicomObject of(int bitsStored, boolean signed, int[] values, Element... more) {
    return of(1, bitsStored, signed, values, more);
  }

  /// An object of several frames of one row each.
  static DicomObject of(int frames, int bitsStored, boolean signed, int[] values, Element... more) {
    MemorySegment pixels = MemorySegment.ofArray(new byte[2 * values.length]);
    for (int i = 0; i < values.length; i++) {
      pixels.set(SHORT, 2L * i, (short) values[i]);
    }
    DataSet data =
        DataSet.of(
            Element.ofText(Tags.MODALITY, Vr.CS, "OT"),
            Element.ofUnsignedShorts(Tags.SAMPLES_PER_PIXEL, 1),
            Element.ofText(Tags.PHOTOMETRIC_INTERPRETATION, Vr.CS, "MONOCHROME2"),
            Element.ofText(Tags.NUMBER_OF_FRAMES, Vr.IS, Integer.toString(frames)),
            Element.ofUnsignedShorts(Tags.ROWS, 1),
            Element.ofUnsignedShorts(Tags.COLUMNS, values.length / frames),
            Element.ofUnsignedShorts(Tags.BITS_ALLOCATED, 16),
            Element.ofUnsignedShorts(Tags.BITS_STORED, bitsStored),
            Element.ofUnsignedShorts(Tags.HIGH_BIT, bitsStored - 1),
            Element.ofUnsignedShorts(Tags.PIXEL_REPRESENTATION, signed ? 1 : 0),
            new Element(Tags.PIXEL_DATA, Vr.OW, new Value.Bytes(pixels)));
    DataSet all = data.with(DataSet.of(Arrays.asList(more)));
    return DicomObject.of(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, all);
  }

  /// A decimal string.
  static Element ds(Tag tag, String text) {
    return Element.ofText(tag, Vr.DS, text);
  }

  /// An item with a table of words.
  static DataSet table(int first, int bits, int... entries) {
    return DataSet.of(
        Element.ofUnsignedShorts(Tags.LUT_DESCRIPTOR, entries.length, first, bits),
        Element.ofUnsignedShorts(Tags.LUT_DATA, entries));
  }

  /// A sequence of items.
  static Element items(Tag tag, DataSet... items) {
    return Element.ofItems(tag, List.of(items));
  }
}
