package penumbra.report.article;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.NdArray;
import penumbra.core.measure.Extremes;

/// The numbers for comparing a result with that of another program.
///
/// @param shape the lengths of the axes
/// @param type the element type
/// @param min the smallest value
/// @param max the largest value
/// @param sum the sum of all values
/// @param sha256 the hash of the values in C order, little-endian, in hexadecimal
record Result(List<Integer> shape, DType type, double min, double max, double sum, String sha256) {
  private static final int PART = 1 << 16;

  static Result of(NdArray array, Execution execution) {
    Extremes extremes = Extremes.of(array, execution);
    double sum = 0;
    double[] part = new double[PART];
    for (long at = 0; at < array.size(); at += PART) {
      int n = (int) Math.min(PART, array.size() - at);
      array.load(at, part, 0, n);
      for (int i = 0; i < n; i++) {
        sum += part[i];
      }
    }
    return new Result(
        Arrays.stream(array.shape()).boxed().toList(),
        array.type(),
        extremes.min(),
        extremes.max(),
        sum,
        sha256(array));
  }

  /// Shape and type as NumPy users write them.
  String describe() {
    return NdArray.describe(shape.stream().mapToInt(Integer::intValue).toArray())
        + " "
        + type.label();
  }

  private static String sha256(NdArray array) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] part = new byte[PART];
      MemorySegment storage = array.segment();
      for (long at = 0; at < storage.byteSize(); at += PART) {
        int n = (int) Math.min(PART, storage.byteSize() - at);
        MemorySegment.copy(storage, ValueLayout.JAVA_BYTE, at, part, 0, n);
        digest.update(part, 0, n);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
