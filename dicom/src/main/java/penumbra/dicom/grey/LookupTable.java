package penumbra.dicom.grey;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.NdArray;
import penumbra.core.display.GreyRange;
import penumbra.core.engine.Pointwise;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomException;
import penumbra.dicom.Tag;
import penumbra.dicom.Tags;
import penumbra.dicom.Vr;

/// A table of a data set: a modality's or a VOI's.
///
/// ```
/// LookupTable table = LookupTable.of(item, true, () -> values, odd::add);
/// int white = table.white();
/// ```
///
/// The descriptor has three numbers: the number of entries, 0 for 65536; the value of the first
/// entry; and the bits of an entry. The entries are bytes, or 16-bit words; bytes may be packed two
/// to a word. Values outside the table get its first or its last entry.
///
/// @param entries shape (entries,), `UINT8` for up to 8 bits, else `UINT16`
/// @param first the value of the first entry
/// @param bits of each entry, 1 to 16; if the entries need more than they are said to have, these
/// @param told how many entries the descriptor says there are; those that are missing at the end
///   are like the last
/// @param white the entry that is shown white: the largest that the bits allow, or the largest that
///   there is if all entries fit into fewer bits, or need more
/// @param explanation the vendor's name for it, if any
record LookupTable(
    NdArray entries, int first, int bits, int told, int white, Optional<String> explanation) {
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final int MOST_ENTRIES = 65536;
  private static final int MOST_BITS = 16;
  private static final String REMEDY = "ask its maker to correct it";

  /// Whether an item has a table at all; some makers write items of empty elements.
  static boolean isIn(DataSet item) {
    return hasBytes(item, Tags.LUT_DESCRIPTOR) && hasBytes(item, Tags.LUT_DATA);
  }

  private static boolean hasBytes(DataSet item, Tag tag) {
    return item.bytes(tag).filter(bytes -> bytes.byteSize() > 0).isPresent();
  }

  /// The table in an item of a sequence.
  ///
  /// @param signed whether the looked-up values may be negative, so that the first value is read as
  ///   signed
  /// @param values the range of the looked-up values, which counts if the first value can be read
  ///   with and without a sign
  /// @param odd takes what is odd about it, as sentences
  static LookupTable of(
      DataSet item, boolean signed, Supplier<GreyRange> values, Consumer<String> odd)
      throws DicomException {
    MemorySegment descriptor =
        item.bytes(Tags.LUT_DESCRIPTOR)
            .filter(bytes -> bytes.byteSize() >= 3 * Short.BYTES)
            .orElseThrow(() ->
                new DicomException(
                    "must have three numbers in the LUT Descriptor (0028,3002)",
                    "has fewer",
                    REMEDY));
    int count = Short.toUnsignedInt(descriptor.get(SHORT, 0));
    int told = count == 0 ? MOST_ENTRIES : count;
    int bits = Short.toUnsignedInt(descriptor.get(SHORT, 2L * Short.BYTES));
    if (bits < 1 || bits > MOST_BITS) {
      throw new DicomException(
          "must have entries of 1 to 16 bits in its LUT (0028,3002)", "has " + bits, REMEDY);
    }
    NdArray entries = entries(item, told, bits);
    if (entries.length(0) < told) {
      odd.accept(
          "A LUT has %d entries, though its descriptor says %d; the last one counts beyond."
              .formatted(entries.length(0), told));
    }
    boolean saysSigned =
        item.element(Tags.LUT_DESCRIPTOR).filter(element -> element.vr() == Vr.SS).isPresent();
    var start = new FirstValue(descriptor.get(SHORT, Short.BYTES), saysSigned, told);
    int most = (int) Arrays.stream(entries.toDoubles()).max().orElse(0);
    int allowed = (1 << bits) - 1;
    if (most > allowed) {
      odd.accept(
          "The largest entry of a LUT is %d, though its descriptor says %d bits; the entries count."
              .formatted(most, bits));
    }
    return new LookupTable(
        entries,
        start.choose(signed, values, odd),
        Math.max(bits, Integer.SIZE - Integer.numberOfLeadingZeros(most)),
        told,
        most > allowed || (most > 0 && 2 * most < allowed) ? most : allowed,
        item.text(Tags.LUT_EXPLANATION));
  }

  private static NdArray entries(DataSet item, int told, int bits) throws DicomException {
    MemorySegment data = item.bytes(Tags.LUT_DATA).orElse(MemorySegment.NULL);
    boolean bytes = bits <= Byte.SIZE && data.byteSize() < 2L * told;
    int count = (int) Math.min(told, data.byteSize() / (bytes ? 1 : Short.BYTES));
    if (count == 0) {
      throw new DicomException(
          "must have " + told + " entries of " + bits + " bits in the LUT Data (0028,3006)",
          "has " + data.byteSize() + " bytes",
          REMEDY);
    }
    if (bytes) {
      return NdArray.of(DType.UINT8, data.asSlice(0, count), count);
    }
    NdArray words = NdArray.of(DType.UINT16, data.asSlice(0, 2L * count), count);
    boolean narrow =
        bits <= Byte.SIZE
            && Arrays.stream(words.toDoubles()).allMatch(word -> word <= DType.UINT8.max());
    return narrow ? words.as(DType.UINT8) : words;
  }

  /// The value of the last entry that there is.
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
