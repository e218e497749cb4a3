package penumbra.conformance;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import penumbra.core.DType;
import penumbra.core.NdArray;

/// Compares arrays bit by bit, and says in one line where they differ.
///
/// Any NaN equals any other, since the bits within a NaN depend on the processor. The two zeros
/// differ.
final class Bits {
  private Bits() {}

  /// What is wrong with `actual`, if anything: `[3] is 253 (fd), expected 252 (fc)`.
  static Optional<String> mismatch(GoldenCase golden, NdArray actual) {
    String label = GeneratedInput.label(actual);
    if (!label.equals(golden.result())) {
      return Optional.of("gives " + label + ", expected " + golden.result());
    }
    byte[] bytes = canonical(actual);
    byte[] expected = new byte[golden.expected().bytes().remaining()];
    golden.expected().bytes().duplicate().get(expected);
    if (!golden.expected().whole()) {
      return Arrays.equals(Arrays.copyOf(sha256(bytes), GoldenFile.DIGEST), expected)
          ? Optional.empty()
          : Optional.of("gives other bits than the digest says");
    }
    return mismatch(actual.type(), bytes, expected);
  }

  /// The same for two arrays of one type and shape.
  static Optional<String> mismatch(NdArray expected, NdArray actual) {
    if (!GeneratedInput.label(actual).equals(GeneratedInput.label(expected))) {
      return Optional.of("gives " + actual + ", expected " + expected);
    }
    return mismatch(actual.type(), canonical(actual), canonical(expected));
  }

  private static Optional<String> mismatch(DType type, byte[] actual, byte[] expected) {
    int at = Arrays.mismatch(actual, expected);
    if (at < 0) {
      return Optional.empty();
    }
    int first = at / type.bytes();
    int wrong = 0;
    for (int i = first; i < actual.length / type.bytes(); i++) {
      int from = i * type.bytes();
      int to = from + type.bytes();
      wrong += Arrays.equals(actual, from, to, expected, from, to) ? 0 : 1;
    }
    return Optional.of(
        "[%d] is %s, expected %s (%d of %d elements differ)"
            .formatted(
                first,
                element(type, actual, first),
                element(type, expected, first),
                wrong,
                actual.length / type.bytes()));
  }

  private static String element(DType type, byte[] bytes, int index) {
    byte[] one = Arrays.copyOfRange(bytes, index * type.bytes(), (index + 1) * type.bytes());
    double value = array(type, one, 1).get(0);
    for (int i = 0; i < one.length / 2; i++) {
      byte swapped = one[i];
      one[i] = one[one.length - 1 - i];
      one[one.length - 1 - i] = swapped;
    }
    return value + " (" + HexFormat.of().formatHex(one) + ")";
  }

  /// An array over little-endian bytes.
  static NdArray array(DType type, byte[] bytes, int... shape) {
    return NdArray.of(type, java.lang.foreign.MemorySegment.ofArray(bytes), shape);
  }

  /// An array over the bytes that `golden` kept.
  static NdArray expected(GoldenCase golden) {
    byte[] bytes = new byte[golden.expected().bytes().remaining()];
    golden.expected().bytes().duplicate().get(bytes);
    return array(
        golden.resultType(),
        bytes,
        golden.resultShape().stream().mapToInt(Integer::intValue).toArray());
  }

  /// The bytes, with one pattern for NaN: sign 0, the first bit of the fraction 1.
  private static byte[] canonical(NdArray array) {
    byte[] bytes = array.toBytes();
    if (array.type().isInteger()) {
      return bytes;
    }
    double[] values = array.toDoubles();
    ByteBuffer target = ByteBuffer.wrap(bytes).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < values.length; i++) {
      if (Double.isNaN(values[i])) {
        switch (array.type()) {
          case FLOAT16 -> target.putShort(2 * i, (short) 0x7e00);
          case FLOAT32 -> target.putInt(4 * i, 0x7fc00000);
          default -> target.putLong(8 * i, 0x7ff8000000000000L);
        }
      }
    }
    return bytes;
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
