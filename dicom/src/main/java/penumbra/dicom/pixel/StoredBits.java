package penumbra.dicom.pixel;

import java.lang.foreign.MemorySegment;
import java.util.List;
import penumbra.core.DType;
import penumbra.core.NdArray;

/// Extracts the significant bits of each sample, PS3.5 section 8.1.1: shifts them down from the
/// high bit, extends the sign, and clears all other bits, such as the overlays of older objects.
///
/// @param bytes of a sample: 1, 2 or 4
/// @param bitsStored how many bits count
/// @param highBit the number of the highest of them
/// @param signed whether they are two's complement
record StoredBits(int bytes, int bitsStored, int highBit, boolean signed) {
  private static final int LINE = 4096;

  /// The values of `source`: itself where each sample already is as it must be, else a copy.
  MemorySegment apply(MemorySegment source, List<String> steps) {
    if (bitsStored == 8 * bytes) {
      return source;
    }
    long samples = source.byteSize() / bytes;
    int[] line = new int[LINE];
    MemorySegment target = null;
    long foreign = 0;
    for (long at = 0; at < samples; at += LINE) {
      int n = (int) Math.min(LINE, samples - at);
      SampleRuns.load(source, bytes, at, line, n);
      long different = 0;
      for (int i = 0; i < n; i++) {
        int raw = line[i];
        line[i] = value(raw);
        different |= line[i] ^ raw;
        foreign += isForeign(raw) ? 1 : 0;
      }
      if (target == null && (different & (-1L >>> (64 - 8 * bytes))) != 0) {
        target = NdArray.allocate(type(), samples);
        MemorySegment.copy(source, 0, target, 0, at * bytes);
      }
      if (target != null) {
        SampleRuns.store(line, target, bytes, at, n);
      }
    }
    tell(target != null, foreign, samples, steps);
    return target == null ? source : target;
  }

  /// The type of the values.
  DType type() {
    return switch (bytes) {
      case 1 -> signed ? DType.INT8 : DType.UINT8;
      case 2 -> signed ? DType.INT16 : DType.UINT16;
      default -> signed ? DType.INT32 : DType.UINT32;
    };
  }

  private int value(int raw) {
    int top = raw << (31 - highBit);
    return signed ? top >> (32 - bitsStored) : top >>> (32 - bitsStored);
  }

  /// Whether bits beside those that count are neither clear nor, above them, copies of the sign.
  private boolean isForeign(int raw) {
    int shift = highBit + 1 - bitsStored;
    int above = 8 * bytes - 1 - highBit;
    int below = raw & ((1 << shift) - 1);
    int rest = above == 0 ? 0 : raw >>> (highBit + 1);
    boolean sign = signed && ((raw >>> highBit) & 1) == 1 && rest == (1 << above) - 1;
    return below != 0 || (rest != 0 && !sign);
  }

  private void tell(boolean changed, long foreign, long samples, List<String> steps) {
    int shift = highBit + 1 - bitsStored;
    if (shift > 0) {
      steps.add("Moved the samples down by " + shift + " bits from high bit " + highBit + ".");
    }
    if (foreign > 0) {
      steps.add(
          "Cleared the bits beside the "
              + bitsStored
              + " that count, which may hold an overlay, in "
              + foreign
              + " of "
              + samples
              + " samples.");
    } else if (changed && signed && shift == 0) {
      steps.add("Extended the sign of the " + bitsStored + "-bit samples.");
    }
  }
}
