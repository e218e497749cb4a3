package penumbra.dicom.grey;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Optional;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.NdArray;
import penumbra.core.engine.Pointwise;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomException;
import penumbra.dicom.Tags;
import penumbra.dicom.Vr;

/// A table of a data set: a modality's or a VOI's.
///
/// ```
/// LookupTable table = LookupTable.of(item, true);
/// int white = table.full();
/// ```
///
/// The descriptor has three numbers: the number of entries, 0 for 65536; the value of the first
/// entry; and the bits of an entry. The entries are bytes, or 16-bit words; bytes may be packed two
/// to a word. Values outside the table get its first or its last entry.
///
/// @param entries shape (entries,), `UINT8` for up to 8 bits, else `UINT16`
/// @param first the value of the first entry
/// @param bits of each entry, 1 to 16
/// @param explanation the vendor's name for it, if any
record LookupTable(NdArray entries, int first, int bits, Optional<String> explanation) {
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final int MOST_ENTRIES = 65536;
  private static final int MOST_BITS = 16;
  private static final String REMEDY = "have its maker correct it";

  /// The table in an item of a sequence.
  ///
  /// @param signed whether the looked-up values may be negative, so that the first value is read as
  ///   signed; it is also signed if its element says so
  static LookupTable of(DataSet item, boolean signed) throws DicomException {
    MemorySegment descriptor =
        item.bytes(Tags.LUT_DESCRIPTOR)
            .filter(bytes -> bytes.byteSize() >= 3 * Short.BYTES)
            .orElseThrow(() ->
                new DicomException(
                    "must have three numbers in the LUT Descriptor (0028,3002)",
                    "has fewer",
                    REMEDY));
    int count = Short.toUnsignedInt(descriptor.get(SHORT, 0));
    short first = descriptor.get(SHORT, Short.BYTES);
    int bits = Short.toUnsignedInt(descriptor.get(SHORT, 2L * Short.BYTES));
    boolean saysSigned =
        item.element(Tags.LUT_DESCRIPTOR).filter(element -> element.vr() == Vr.SS).isPresent();
    if (bits < 1 || bits > MOST_BITS) {
      throw new DicomException(
          "must have entries of 1 to 16 bits in its LUT (0028,3002)", "has " + bits, REMEDY);
    }
    return new LookupTable(
        entries(item, count == 0 ? MOST_ENTRIES : count, bits),
        signed || saysSigned ? first : Short.toUnsignedInt(first),
        bits,
        item.text(Tags.LUT_EXPLANATION));
  }

  private static NdArray entries(DataSet item, int count, int bits) throws DicomException {
    MemorySegment data = item.bytes(Tags.LUT_DATA).orElse(MemorySegment.NULL);
    boolean words = data.byteSize() >= 2L * count;
    if (!words && (bits > Byte.SIZE || data.byteSize() < count)) {
      throw new DicomException(
          "must have " + count + " entries of " + bits + " bits in the LUT Data (0028,3006)",
          "has " + data.byteSize() + " bytes",
          REMEDY);
    }
    if (!words) {
      return NdArray.of(DType.UINT8, data.asSlice(0, count), count);
    }
    NdArray entries = NdArray.of(DType.UINT16, data.asSlice(0, 2L * count), count);
    return bits > Byte.SIZE ? entries : entries.as(DType.UINT8);
  }

  /// The largest entry that the bits allow.
  int full() {
    return (1 << bits) - 1;
  }

  /// The value of the last entry.
  int last() {
    return first + entries.length(0) - 1;
  }

  /// The entry for each value, in the entries' type.
  NdArray lookUp(NdArray values, Execution execution) {
    double[] table = entries.toDoubles();
    return Pointwise.map(
        values,
        entries.type(),
        execution,
        (line, _, n) -> {
          for (int i = 0; i < n; i++) {
            line[i] = table[(int) Math.clamp(line[i] - first, 0, table.length - 1)];
          }
        });
  }
}
