package penumbra.core.display;

import static penumbra.core.InvalidInputException.require;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import penumbra.core.DType;
import penumbra.core.NdArray;

/// A table of the lightness of each grey value: DICOM's VOI LUT.
///
/// ```
/// Voi table = new VoiTable(NdArray.ofUint16(entries, entries.length), 0, 4095);
/// ```
///
/// Values below the first mapped value are shown like it, values beyond the last like the last.
/// Fractions are rounded to the nearest value, ties to the even one.
///
/// @param entries shape (entries,), `UINT8` or `UINT16`, at least one
/// @param first the value of the first entry
/// @param full the entry for white; larger entries are white too
public record VoiTable(NdArray entries, int first, int full) implements Voi {
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  public VoiTable {
    require(
        entries.rank() == 1
            && entries.size() > 0
            && (entries.type() == DType.UINT8 || entries.type() == DType.UINT16),
        "a table of grey levels",
        "must have shape (entries,) and type uint8 or uint16",
        entries,
        "give an entry for each value");
    require(full >= 1, "the white of a table", "must be at least 1", full, "give 2^bits - 1");
  }

  @Override
  public double black() {
    return first;
  }

  @Override
  public double white() {
    return (double) first + entries.length(0) - 1;
  }

  @Override
  public void lighten(double[] line, int n) {
    MemorySegment storage = entries.segment();
    boolean narrow = entries.type() == DType.UINT8;
    double last = entries.length(0) - 1;
    for (int i = 0; i < n; i++) {
      if (!Double.isNaN(line[i])) {
        long at = (long) Math.clamp(Math.rint(line[i] - first), 0, last);
        double entry =
            narrow
                ? storage.get(ValueLayout.JAVA_BYTE, at) & 0xFF
                : storage.get(SHORT, at * Short.BYTES) & 0xFFFF;
        line[i] = Math.min(1, entry / full);
      }
    }
  }

  @Override
  public String describe() {
    return "a table of "
        + entries.length(0)
        + " entries for the values from "
        + LevelText.text(black())
        + " to "
        + LevelText.text(white());
  }
}
