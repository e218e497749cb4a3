package penumbra.core;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;

/// An array of any number of axes: a shape, an element type, and the elements in C order (the last
/// axis runs fastest).
///
/// ```
/// NdArray image = NdArray.ofUint8(bytes, height, width);
/// double grey = image.get(y, x);
/// ```
///
/// Arrays are values: filters return new ones and never modify their input. The storage is a
/// [MemorySegment], so an array can be on the heap, off the heap or in a mapped file. The factories
/// `ofUint8` to `ofFloat64` do not copy (except `ofFloat16`, since Java has no such type): do not
/// write to the Java array afterwards. `toBytes` to `toDoubles` return copies.
public final class NdArray {
  private static final int LINE = 1024;
  private static final int LEAST_LINES = 32;
  private static final ByteOrder LITTLE = ByteOrder.LITTLE_ENDIAN;

  private final DType type;
  private final int[] shape;
  private final MemorySegment segment;
  private final long size;

  private NdArray(DType type, MemorySegment segment, int[] shape) {
    this.type = type;
    this.shape = shape.clone();
    this.size = sizeOf(shape);
    this.segment = segment;
    if (segment.byteSize() != size * type.bytes()) {
      throw InvalidInputException.of(
          "the storage of an array of shape " + describe(shape) + " " + type.label(),
          "must hold " + size * type.bytes() + " bytes",
          segment.byteSize(),
          "check shape and type");
    }
  }

  /// An array over `segment` (little-endian, C order), which is not copied.
  public static NdArray of(DType type, MemorySegment segment, int... shape) {
    return new NdArray(type, segment, shape);
  }

  /// An array of `values`, stored by the C cast that [DType] describes.
  public static NdArray of(DType type, double[] values, int... shape) {
    MemorySegment segment = allocate(type, values.length);
    type.store(values, 0, segment, 0, values.length);
    return new NdArray(type, segment, shape);
  }

  /// An array of zeros.
  public static NdArray zeros(DType type, int... shape) {
    return new NdArray(type, allocate(type, sizeOf(shape)), shape);
  }

  /// An array over `data`, read as unsigned bytes.
  public static NdArray ofUint8(byte[] data, int... shape) {
    return new NdArray(DType.UINT8, MemorySegment.ofArray(data), shape);
  }

  /// An array over `data`.
  public static NdArray ofInt8(byte[] data, int... shape) {
    return new NdArray(DType.INT8, MemorySegment.ofArray(data), shape);
  }

  /// An array over `data`, read as unsigned.
  public static NdArray ofUint16(short[] data, int... shape) {
    return new NdArray(DType.UINT16, MemorySegment.ofArray(data), shape);
  }

  /// An array over `data`.
  public static NdArray ofInt16(short[] data, int... shape) {
    return new NdArray(DType.INT16, MemorySegment.ofArray(data), shape);
  }

  /// An array over `data`, read as unsigned.
  public static NdArray ofUint32(int[] data, int... shape) {
    return new NdArray(DType.UINT32, MemorySegment.ofArray(data), shape);
  }

  /// An array over `data`.
  public static NdArray ofInt32(int[] data, int... shape) {
    return new NdArray(DType.INT32, MemorySegment.ofArray(data), shape);
  }

  /// An array over `data`.
  public static NdArray ofInt64(long[] data, int... shape) {
    return new NdArray(DType.INT64, MemorySegment.ofArray(data), shape);
  }

  /// An array of `data`, each value rounded to half precision.
  public static NdArray ofFloat16(float[] data, int... shape) {
    short[] halves = new short[data.length];
    for (int i = 0; i < halves.length; i++) {
      halves[i] = Float.floatToFloat16(data[i]);
    }
    return new NdArray(DType.FLOAT16, MemorySegment.ofArray(halves), shape);
  }

  /// An array over `data`.
  public static NdArray ofFloat32(float[] data, int... shape) {
    return new NdArray(DType.FLOAT32, MemorySegment.ofArray(data), shape);
  }

  /// An array over `data`.
  public static NdArray ofFloat64(double[] data, int... shape) {
    return new NdArray(DType.FLOAT64, MemorySegment.ofArray(data), shape);
  }

  /// Zeroed storage for `size` elements: on the heap if a Java array can hold them, else off the
  /// heap.
  public static MemorySegment allocate(DType type, long size) {
    long bytes = Math.multiplyExact(size, type.bytes());
    if (bytes > Integer.MAX_VALUE - 8) {
      return java.lang.foreign.Arena.ofAuto().allocate(bytes, Long.BYTES);
    }
    return MemorySegment.ofArray(new byte[(int) bytes]);
  }

  /// The element type.
  public DType type() {
    return type;
  }

  /// A copy of the shape, axis 0 first.
  public int[] shape() {
    return shape.clone();
  }

  /// The number of axes.
  public int rank() {
    return shape.length;
  }

  /// The length of one axis.
  public int length(int axis) {
    return shape[axis];
  }

  /// The number of elements.
  public long size() {
    return size;
  }

  /// The storage, read-only.
  public MemorySegment segment() {
    return segment.isReadOnly() ? segment : segment.asReadOnly();
  }

  /// One element as `double`.
  public double get(int... index) {
    if (index.length != shape.length) {
      throw new IndexOutOfBoundsException(
          Arrays.toString(index) + " for an array of shape " + describe(shape));
    }
    long flat = 0;
    for (int axis = 0; axis < shape.length; axis++) {
      flat = flat * shape[axis] + java.util.Objects.checkIndex(index[axis], shape[axis]);
    }
    double[] value = new double[1];
    load(flat, value, 0, 1);
    return value[0];
  }

  /// Reads `n` elements, from the flat index `from` on, into `line[at ..]`.
  public void load(long from, double[] line, int at, int n) {
    type.load(segment, from, line, at, n);
  }

  /// All elements as `double`, in C order. Only for arrays of fewer than 2^31 elements.
  public double[] toDoubles() {
    double[] values = new double[Math.toIntExact(size)];
    load(0, values, 0, values.length);
    return values;
  }

  /// All elements as `float`, by the C cast that [DType] describes. Only for arrays of fewer than
  /// 2^31 elements.
  public float[] toFloats() {
    return as(DType.FLOAT32).segment.toArray(ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(LITTLE));
  }

  /// All elements as `long`, by the same cast.
  public long[] toLongs() {
    return as(DType.INT64).segment.toArray(ValueLayout.JAVA_LONG_UNALIGNED.withOrder(LITTLE));
  }

  /// All elements as `int`, by the same cast; the bits of `UINT32`, which [Integer#toUnsignedLong]
  /// reads.
  public int[] toInts() {
    NdArray ints = type == DType.UINT32 ? this : as(DType.INT32);
    return ints.segment.toArray(ValueLayout.JAVA_INT_UNALIGNED.withOrder(LITTLE));
  }

  /// All elements as `short`, by the same cast; the bits of `UINT16`, which [Short#toUnsignedInt]
  /// reads.
  public short[] toShorts() {
    NdArray shorts = type == DType.UINT16 ? this : as(DType.INT16);
    return shorts.segment.toArray(ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(LITTLE));
  }

  /// A copy of the storage: little-endian, C order; for 8-bit types these are the elements. Only
  /// for arrays of fewer than 2^31 bytes.
  public byte[] toBytes() {
    return segment.toArray(ValueLayout.JAVA_BYTE);
  }

  /// The elements as another type, by the C cast that [DType] describes; this array if it already
  /// has that type.
  public NdArray as(DType other) {
    return as(other, Execution.ofThreads(1));
  }

  /// The elements as another type, converted on the threads of `execution` into its storage; this
  /// array if it already has that type.
  public NdArray as(DType other, Execution execution) {
    if (other == type) {
      return this;
    }
    MemorySegment target = execution.allocate(other, size);
    int lines = Math.toIntExact(Math.ceilDiv(size, LINE));
    execution.strips(
        lines,
        LEAST_LINES,
        (first, last) -> {
          double[] line = new double[LINE];
          for (int i = first; i < last; i++) {
            long at = (long) i * LINE;
            int n = (int) Math.min(LINE, size - at);
            load(at, line, 0, n);
            other.store(line, 0, target, at, n);
          }
        });
    return new NdArray(other, target, shape);
  }

  /// The same elements with another shape of the same size; nothing is copied.
  public NdArray reshape(int... newShape) {
    return new NdArray(type, segment, newShape);
  }

  /// The slice at `index` of axis 0, with one axis fewer; nothing is copied.
  public NdArray part(int index) {
    java.util.Objects.checkIndex(index, shape[0]);
    int[] rest = Arrays.copyOfRange(shape, 1, shape.length);
    long bytes = sizeOf(rest) * type.bytes();
    return new NdArray(type, segment.asSlice(index * bytes, bytes), rest);
  }

  /// Whether type, shape and every bit are equal.
  public boolean sameBits(NdArray other) {
    return type == other.type
        && Arrays.equals(shape, other.shape)
        && segment.mismatch(other.segment) == -1;
  }

  /// For example `(1024, 1024) uint8`, as NumPy users write it.
  @Override
  public String toString() {
    return describe(shape) + " " + type.label();
  }

  /// The shape as Python writes a tuple: `(930, 1568)`, `(7,)`.
  public static String describe(int... shape) {
    StringBuilder text = new StringBuilder("(");
    for (int axis = 0; axis < shape.length; axis++) {
      text.append(axis == 0 ? "" : ", ").append(shape[axis]);
    }
    return text.append(shape.length == 1 ? ",)" : ")").toString();
  }

  private static long sizeOf(int[] shape) {
    long size = 1;
    for (int length : shape) {
      if (length < 0) {
        throw InvalidInputException.of(
            "a shape", "must not be negative", describe(shape), "check the lengths");
      }
      size = Math.multiplyExact(size, length);
    }
    return size;
  }
}
