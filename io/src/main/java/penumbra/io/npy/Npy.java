package penumbra.io.npy;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import penumbra.core.DType;
import penumbra.core.NdArray;
import penumbra.io.format.AtomicFiles;
import penumbra.io.format.ImageSource;
import penumbra.io.format.Inputs;
import penumbra.io.format.ReadOptions;
import penumbra.io.format.ReadingNotes;
import penumbra.io.format.UnreadableFileException;

/// NumPy's array files.
///
/// ```
/// Npy.write(result, Path.of("result.npy"));
/// NdArray back = Npy.read(Path.of("result.npy"));
/// ```
///
/// Reads versions 1.0 to 3.0 of the format: any number of axes, both byte orders, C and Fortran
/// order, every [DType]; booleans are read as `UINT8`. Bytes behind the array are ignored, as in
/// NumPy. Writes version 1.0, byte for byte like `numpy.save`.
public final class Npy {
  private static final int BLOCK = 1 << 20;

  private Npy() {}

  /// Reads an array.
  public static NdArray read(Path file) throws IOException {
    return read(ImageSource.of(file));
  }

  /// Reads an array from a file, bytes or a stream.
  public static NdArray read(ImageSource source) throws IOException {
    return read(source, ReadOptions.standard(), new ArrayList<>());
  }

  /// The same; of a truncated file that is read leniently, missing values are 0, which is told in
  /// `steps`.
  static NdArray read(ImageSource source, ReadOptions options, List<String> steps)
      throws IOException {
    Path file = source.path();
    source.check();
    try (SeekableByteChannel channel = source.channel()) {
      NpyHeader header = header(file, channel);
      DType type = header.type(file);
      int[] shape = header.shape().stream().mapToInt(Integer::intValue).toArray();
      long size = Arrays.stream(shape).asLongStream().reduce(1, (a, b) -> a * b);
      long there = channel.size() - channel.position();
      boolean truncated = there < size * type.bytes();
      if (truncated && !options.lenient()) {
        throw UnreadableFileException.of(
            file,
            "must hold " + size * type.bytes() + " bytes of array " + NdArray.describe(shape),
            "holds " + there,
            Inputs.COPY_AGAIN);
      }
      if (truncated) {
        // Nothing vast is allocated that the file could not fill.
        options.limits().checkVolume(file, size, 1, 1);
        steps.add(
            ReadingNotes.of(
                "The file ends early; filled with 0 its last %d of %d values."
                    .formatted(size - there / type.bytes(), size)));
      }
      MemorySegment segment = NdArray.allocate(type, size);
      long whole = Math.min(segment.byteSize(), there / type.bytes() * type.bytes());
      for (long at = 0; at < whole; at += BLOCK) {
        long n = Math.min(BLOCK, whole - at);
        readFully(file, channel, segment.asSlice(at, n).asByteBuffer());
      }
      if (header.bigEndian()) {
        swapBytes(segment, type.bytes());
      }
      MemorySegment inOrder = header.fortranOrder() ? toCOrder(segment, type, shape) : segment;
      return NdArray.of(type, inOrder, shape);
    }
  }

  private static NpyHeader header(Path file, SeekableByteChannel channel) throws IOException {
    ByteBuffer start = ByteBuffer.allocate(8);
    readFully(file, channel, start);
    if (!Arrays.equals(Arrays.copyOf(start.array(), 6), NpyHeader.MAGIC)) {
      throw UnreadableFileException.of(
          file,
          "must start as an NPY file does",
          "starts otherwise",
          "save it again with numpy.save");
    }
    int version = start.get(6);
    if (version < 1 || version > 3) {
      throw UnreadableFileException.of(
          file,
          "must have NPY version 1, 2 or 3",
          "has version " + (version & 0xFF),
          "save it again with numpy.save");
    }
    ByteBuffer length = ByteBuffer.allocate(version == 1 ? 2 : 4).order(ByteOrder.LITTLE_ENDIAN);
    readFully(file, channel, length);
    long headerBytes = version == 1 ? length.getShort(0) & 0xFFFF : length.getInt(0) & 0xFFFFFFFFL;
    if (headerBytes > channel.size() - channel.position()) {
      throw endsEarly(file);
    }
    if (headerBytes > NpyHeader.MAX_BYTES) {
      throw UnreadableFileException.of(
          file,
          "must have an NPY header of at most " + NpyHeader.MAX_BYTES + " bytes",
          "has one of " + headerBytes,
          "save it again with numpy.save");
    }
    ByteBuffer text = ByteBuffer.allocate((int) headerBytes);
    readFully(file, channel, text);
    return NpyHeader.parse(file, new String(text.array(), StandardCharsets.UTF_8));
  }

  private static void readFully(Path file, SeekableByteChannel channel, ByteBuffer buffer)
      throws IOException {
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        throw endsEarly(file);
      }
    }
  }

  private static UnreadableFileException endsEarly(Path file) {
    return UnreadableFileException.of(
        file, "must be whole", "ends inside its NPY header or data", Inputs.COPY_AGAIN);
  }

  private static void swapBytes(MemorySegment segment, int bytes) {
    for (long at = 0; at < segment.byteSize(); at += bytes) {
      for (int low = 0, high = bytes - 1; low < high; low++, high--) {
        byte spare = segment.get(ValueLayout.JAVA_BYTE, at + low);
        byte other = segment.get(ValueLayout.JAVA_BYTE, at + high);
        segment.set(ValueLayout.JAVA_BYTE, at + low, other);
        segment.set(ValueLayout.JAVA_BYTE, at + high, spare);
      }
    }
  }

  /// Iterates over the elements in C order and reads each from its place in Fortran order.
  private static MemorySegment toCOrder(MemorySegment fortran, DType type, int[] shape) {
    int bytes = type.bytes();
    long[] stride = new long[shape.length];
    long elements = 1;
    for (int axis = 0; axis < shape.length; axis++) {
      stride[axis] = elements * bytes;
      elements *= shape[axis];
    }
    MemorySegment target = NdArray.allocate(type, elements);
    int[] index = new int[shape.length];
    long from = 0;
    for (long to = 0; to < target.byteSize(); to += bytes) {
      MemorySegment.copy(fortran, from, target, to, bytes);
      for (int axis = shape.length - 1; axis >= 0; axis--) {
        from += stride[axis];
        if (++index[axis] < shape[axis]) {
          break;
        }
        from -= stride[axis] * shape[axis];
        index[axis] = 0;
      }
    }
    return target;
  }

  /// Writes `array` completely or not at all.
  public static void write(NdArray array, Path file) throws IOException {
    AtomicFiles.write(file, out -> write(array, out));
  }

  /// Writes `array` to a stream, which stays open.
  public static void write(NdArray array, OutputStream out) throws IOException {
    out.write(NpyHeader.encode(array));
    writeValues(array, out);
  }

  /// Only the elements: little-endian, in C order.
  public static void writeValues(NdArray array, OutputStream out) throws IOException {
    MemorySegment segment = array.segment();
    byte[] block = new byte[(int) Math.min(BLOCK, segment.byteSize())];
    for (long at = 0; at < segment.byteSize(); at += block.length) {
      int n = (int) Math.min(block.length, segment.byteSize() - at);
      MemorySegment.copy(segment, ValueLayout.JAVA_BYTE, at, block, 0, n);
      out.write(block, 0, n);
    }
  }
}
