package penumbra.io.tiff;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import penumbra.core.DType;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;

/// Writes TIFF.
///
/// ```
/// AtomicFiles.write(file, out -> Tiff.write(pixels, out));
/// ```
///
/// Accepts arrays of every type: (height, width) as grey, (height, width, 3) of `UINT8` and
/// `UINT16` as RGB, (pages, height, width) as one page for each. Strips are compressed with
/// Deflate, those of integers of up to 32 bits as differences (predictor 2), which other programs
/// also read. The file says nothing about time or software: the same array gives the same bytes.
/// The file is a BigTIFF if the array has more than 3.5 GiB.
public final class Tiff {
  private static final int STRIP = 1 << 18;
  private static final int LEVEL = 6;
  private static final long MOST_CLASSIC = 7L << 29;
  private static final int DEFLATE = 8;

  private final NdArray array;
  private final int height;
  private final int width;
  private final int bands;
  private final OutputStream out;
  private final boolean big;
  private long at;

  private Tiff(NdArray array, OutputStream out, boolean big) {
    boolean colour = isColour(array);
    this.array = array;
    this.bands = colour ? 3 : 1;
    int rank = colour ? 2 : array.rank();
    this.height = array.length(rank - 2);
    this.width = array.length(rank - 1);
    this.out = out;
    this.big = big;
  }

  private static boolean isColour(NdArray array) {
    boolean bytes = array.type() == DType.UINT8 || array.type() == DType.UINT16;
    return bytes && array.rank() == 3 && array.length(2) == 3;
  }

  /// Writes `array` to a stream, which stays open.
  public static void write(NdArray array, OutputStream out) throws IOException {
    write(array, out, array.segment().byteSize() > MOST_CLASSIC);
  }

  /// The same, as BigTIFF if `big` is true, which files above 4 GiB need.
  public static void write(NdArray array, OutputStream out, boolean big) throws IOException {
    if (!((array.rank() == 2 || array.rank() == 3) && array.size() > 0)) {
      throw InvalidInputException.of(
          "the shape for TIFF",
          "must be (height, width), (height, width, 3) or (pages, height, width)",
          NdArray.describe(array.shape()),
          "write one picture or volume at a time, or use .npy");
    }
    new Tiff(array, out, big).all();
  }

  private void all() throws IOException {
    var header = new TiffBytes(big);
    header.put("II", big ? 43 : 42);
    emit(header.toBytes());
    long bytes = (long) height * width * bands * array.type().bytes();
    long pages = array.segment().byteSize() / bytes;
    for (long page = 0; page < pages; page++) {
      List<byte[]> strips = strips(array.segment().asSlice(page * bytes, bytes));
      emit(directory(strips, page == pages - 1));
      for (byte[] strip : strips) {
        emit(strip);
      }
    }
  }

  private void emit(byte[] bytes) throws IOException {
    out.write(bytes);
    at += bytes.length;
  }

  private int rowsOfStrip() {
    long row = (long) width * bands * array.type().bytes();
    return Math.clamp(STRIP / row, 1, height);
  }

  private boolean isDifferenced() {
    return array.type().isInteger() && array.type().bytes() <= 4;
  }

  private List<byte[]> strips(MemorySegment page) {
    int each = array.type().bytes();
    byte[] row = new byte[Math.multiplyExact(width * bands, each)];
    List<byte[]> strips = new ArrayList<>();
    byte[] buffer = new byte[1 << 16];
    for (int y = 0; y < height; y += rowsOfStrip()) {
      var packed = new ByteArrayOutputStream();
      try (Deflater deflater = new Deflater(LEVEL)) {
        for (int i = y; i < Math.min(height, y + rowsOfStrip()); i++) {
          MemorySegment.copy(
              page, ValueLayout.JAVA_BYTE, (long) i * row.length, row, 0, row.length);
          if (isDifferenced()) {
            TiffPredictor.difference(row, each, bands);
          }
          deflater.setInput(row);
          drain(deflater, buffer, packed);
        }
        deflater.finish();
        drain(deflater, buffer, packed);
      }
      strips.add(packed.toByteArray());
    }
    return strips;
  }

  private static void drain(Deflater deflater, byte[] buffer, ByteArrayOutputStream packed) {
    int n = deflater.deflate(buffer);
    while (n > 0) {
      packed.write(buffer, 0, n);
      n = deflater.deflate(buffer);
    }
  }

  /// The fields in ascending order, as TIFF requires; lists that do not fit into a field follow
  /// after them.
  private byte[] directory(List<byte[]> strips, boolean last) {
    int bits = 8 * array.type().bytes();
    int format = array.type().isInteger() ? array.type().min() < 0 ? 2 : 1 : 3;
    long[] sizes = strips.stream().mapToLong(strip -> strip.length).toArray();
    var fields = new TiffBytes.Fields(big, at);
    fields.add(256, width);
    fields.add(257, height);
    fields.addShorts(258, bands, bits);
    fields.addShorts(259, 1, DEFLATE);
    fields.addShorts(262, 1, bands == 3 ? 2 : 1);
    fields.addOffsets(273, sizes);
    fields.addShorts(277, 1, bands);
    fields.add(278, rowsOfStrip());
    fields.add(279, sizes);
    fields.addShorts(317, 1, isDifferenced() ? TiffPredictor.HORIZONTAL : TiffPredictor.NONE);
    fields.addShorts(339, bands, format);
    return fields.toBytes(last);
  }
}
