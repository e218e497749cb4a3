package penumbra.io.tiff;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import penumbra.core.DType;
import penumbra.core.NdArray;
import penumbra.io.format.Inputs;
import penumbra.io.format.ReadingNotes;
import penumbra.io.format.UnreadableFileException;
import penumbra.io.pixel.LittleEndian;

/// Assembles the samples of a page from its strips or tiles: (height, width, samples),
/// little-endian, unpacked to whole bytes.
final class TiffSamples {
  private static final int MOST_SHARED = 64;

  private final TiffPage page;
  private final MemorySegment bytes;
  private final TiffPacking packing;
  private final DType type;
  private final long[] offsets;
  private final long[] counts;
  private final boolean reversed;

  /// @param behind how many bytes the samples lie behind the place that the page names
  TiffSamples(TiffPage page, TiffPacking packing, MemorySegment bytes, long behind)
      throws UnreadableFileException {
    this.page = page;
    this.packing = packing;
    this.bytes = bytes;
    this.type = page.type();
    this.offsets = page.chunkOffsets();
    for (int i = 0; behind > 0 && i < offsets.length; i++) {
      offsets[i] += behind;
    }
    this.counts = counts(page, offsets, bytes);
    this.reversed = page.directory().number(266, 1) == 2;
    checkRoom();
  }

  /// The bytes of each strip or tile; old programs left out the list if nothing is compressed.
  static long[] counts(TiffPage page, long[] offsets, MemorySegment bytes)
      throws UnreadableFileException {
    long chunks =
        (long) page.chunksAcross() * page.chunksDown() * (page.planar() ? page.samples() : 1);
    long[] counts = page.chunkCounts();
    if (counts.length == 0 && offsets.length >= 1) {
      counts = new long[offsets.length];
      for (int i = 0; i < counts.length; i++) {
        counts[i] = Math.max(0, bytes.byteSize() - offsets[i]);
      }
    }
    if (offsets.length < chunks || counts.length < chunks) {
      throw TiffPage.refused(
          page.directory().file(),
          "must say where its " + chunks + " strips or tiles lie",
          Math.min(offsets.length, counts.length) + " of them");
    }
    if (!page.packing().equals(Optional.of(TiffPacking.NONE))) {
      checkShared(page, counts, bytes.byteSize());
    }
    return counts;
  }

  /// Packed strips or tiles may share bytes, as empty ones do. But if each were the whole file, the
  /// work would grow with the square of its size.
  private static void checkShared(TiffPage page, long[] counts, long size)
      throws UnreadableFileException {
    long all = 0;
    for (long count : counts) {
      all += Math.min(count, size);
    }
    if (all / MOST_SHARED > size) {
      throw UnreadableFileException.of(
          page.directory().file(),
          "must have strips or tiles of at most " + MOST_SHARED + " times its size in all",
          "has " + counts.length + " of " + all + " bytes in " + size,
          "save it again with another program");
    }
  }

  /// A few bytes cannot declare a huge picture: nothing is allocated that they could not fill.
  private void checkRoom() throws UnreadableFileException {
    long there = 0;
    for (long count : counts) {
      there = Math.min(bytes.byteSize(), there + Math.min(count, bytes.byteSize()));
    }
    long needed = (long) page.height() * page.width() * page.samples() / 8 * page.bits();
    needed = Math.max(needed, page.rowBytes() * page.chunkHeight());
    if (needed / packing.mostGrowth() > there) {
      throw UnreadableFileException.of(
          page.directory().file(),
          "must be whole",
          "its strips or tiles have " + there + " bytes, too few for its pixels",
          Inputs.COPY_AGAIN);
    }
  }

  /// The samples. If a damaged file is read leniently, missing samples are 0 and reported in
  /// `steps`.
  NdArray read(boolean lenient, List<String> steps) throws UnreadableFileException {
    int samples = page.samples();
    long size = (long) page.height() * page.width() * samples;
    MemorySegment target = NdArray.allocate(type, size);
    byte[] chunk = new byte[(int) page.rowBytes() * page.chunkHeight()];
    int index = 0;
    int missing = 0;
    for (int plane = 0; plane < (page.planar() ? samples : 1); plane++) {
      for (int y = 0; y < page.height(); y += page.chunkHeight()) {
        int rows =
            page.tiled() ? page.chunkHeight() : Math.min(page.chunkHeight(), page.height() - y);
        for (int x = 0; x < page.width(); x += page.chunkWidth()) {
          if (!expand(index, chunk, (int) page.rowBytes() * rows, lenient)) {
            missing++;
          }
          place(chunk, target, plane, y, x);
          index++;
          if (x > page.width() - page.chunkWidth()) {
            break;
          }
        }
        if (y > page.height() - page.chunkHeight()) {
          break;
        }
      }
    }
    tellMissing(missing, index, steps);
    return NdArray.of(type, target, page.height(), page.width(), samples);
  }

  static void tellMissing(int missing, int chunks, List<String> steps) {
    if (missing > 0) {
      steps.add(
          ReadingNotes.of(
              "Filled with 0 what is missing of %d of %d strips or tiles."
                  .formatted(missing, chunks)));
    }
  }

  /// Whether strip or tile `index` filled the first `n` bytes of `chunk`.
  private boolean expand(int index, byte[] chunk, int n, boolean lenient)
      throws UnreadableFileException {
    // The last strip may be shorter.
    boolean whole = n == chunk.length;
    byte[] target = whole ? chunk : new byte[n];
    byte[] packed =
        packed(bytes, offsets[index], counts[index], packing == TiffPacking.NONE ? n : -1);
    if (reversed) {
      for (int i = 0; i < packed.length; i++) {
        packed[i] = (byte) (Integer.reverse(packed[i]) >>> 24);
      }
    }
    int filled = packing.expand(packed, target);
    if (filled < n) {
      if (!lenient) {
        throw UnreadableFileException.of(
            page.directory().file(),
            "must be whole",
            "strip or tile "
                + (index + 1)
                + " of it, at byte "
                + offsets[index]
                + ", gives "
                + filled
                + " of "
                + n
                + " bytes",
            Inputs.COPY_AGAIN,
            offsets[index]);
      }
      java.util.Arrays.fill(target, filled, n, (byte) 0);
    }
    if (!whole) {
      System.arraycopy(target, 0, chunk, 0, n);
    }
    return filled == n;
  }

  /// The bytes of a strip or tile that are in the file, at most `most` unless that is negative.
  static byte[] packed(MemorySegment bytes, long offset, long count, int most) {
    long from = Math.min(offset, bytes.byteSize());
    long n = Math.min(count, bytes.byteSize() - from);
    n = Math.min(most < 0 ? Integer.MAX_VALUE - 8 : most, n);
    return bytes.asSlice(from, n).toArray(ValueLayout.JAVA_BYTE);
  }

  private void place(byte[] chunk, MemorySegment target, int plane, int y, int x) {
    int rows = Math.min(page.chunkHeight(), page.height() - y);
    int columns = Math.min(page.chunkWidth(), page.width() - x);
    int rowBytes = (int) page.rowBytes();
    byte[] row = new byte[rowBytes];
    for (int i = 0; i < rows; i++) {
      System.arraycopy(chunk, i * rowBytes, row, 0, rowBytes);
      long at = ((long) (y + i) * page.width() + x) * page.samples() + plane;
      if (page.bits() % 8 == 0) {
        placeBytes(row, target, at, columns);
      } else {
        placeBits(row, target, at, columns);
      }
    }
  }

  private void placeBytes(byte[] row, MemorySegment target, long at, int columns) {
    int each = type.bytes();
    ByteOrder order = page.directory().order();
    TiffPredictor.undo(row, page.predictor(), each, page.stride(), order);
    MemorySegment from = MemorySegment.ofArray(row);
    if (!page.planar()) {
      MemorySegment.copy(from, 0, target, at * each, (long) columns * page.samples() * each);
      return;
    }
    for (int x = 0; x < columns; x++) {
      MemorySegment.copy(
          from, (long) x * each, target, (at + (long) x * page.samples()) * each, each);
    }
  }

  /// Samples that are not whole bytes: the highest bit first.
  private void placeBits(byte[] row, MemorySegment target, long at, int columns) {
    int bits = page.bits();
    int step = page.planar() ? page.samples() : 1;
    int n = columns * page.stride();
    long bit = 0;
    for (int i = 0; i < n; i++, bit += bits) {
      int value = 0;
      for (int b = 0; b < bits; b++) {
        int place = (int) (bit + b);
        value = 2 * value + ((row[place >> 3] >> (7 - (place & 7))) & 1);
      }
      long index = at + (long) i * step;
      if (type == DType.UINT8) {
        target.set(ValueLayout.JAVA_BYTE, index, (byte) value);
      } else {
        target.set(LittleEndian.SHORT, index * 2, (short) value);
      }
    }
  }
}
