package penumbra.dicom.file;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import penumbra.dicom.DicomException;
import penumbra.dicom.DicomObject;
import penumbra.io.format.ImageSource;
import penumbra.io.format.Limits;
import penumbra.io.format.UnreadableFileException;

/// Reads DICOM objects: Part 10 files, and bare data sets without preamble or meta header.
///
/// ```
/// DicomObject chest = DicomReader.read(Path.of("chest.dcm"));
/// DataSet facts = DicomReader.readHeader(Path.of("chest.dcm")).data();
/// DicomObject upload = DicomReader.read(request.getInputStream());
/// ```
///
/// It reads implicit and explicit little endian, explicit big endian and deflated data sets. Where
/// a fault leaves one sensible reading, it is read and reported in [DicomObject#notes];
/// [#readStrictly] refuses it. A larger file is memory-mapped, and values are parts of the mapping,
/// so that pixel data is not copied; do not truncate the file meanwhile. Numbers of big-endian
/// files are copied and swapped. Memory stays below about 30 times the file's size. A deflated data
/// set may grow to 64 times its size plus two bytes for each pixel of the [Limits].
public final class DicomReader {
  /// Smaller files are faster to read than to map, and the number of mappings is limited.
  private static final int SMALLEST_MAPPED = 1 << 18;

  private static final int PREAMBLE = 128;
  private static final int FIRST_LOOK = 1 << 14;
  private static final int GROWTH = 8;

  private DicomReader() {}

  /// Reads a whole file.
  public static DicomObject read(Path file) throws IOException {
    return read(file, false);
  }

  /// Reads a file.
  ///
  /// @param lenient whether to read a truncated or damaged file as far as possible: the elements
  ///   before the damage, and shortened pixel data; [DicomObject#notes] then says so
  public static DicomObject read(Path file, boolean lenient) throws IOException {
    return read(file, lenient, Limits.standard());
  }

  /// The same within other limits, which bound the size of inflated data.
  public static DicomObject read(Path file, boolean lenient, Limits limits) throws IOException {
    return read(ImageSource.of(file), lenient, limits);
  }

  /// Reads a whole file and refuses it if anything about its encoding is odd, to test what its
  /// maker writes.
  public static DicomObject readStrictly(Path file) throws IOException {
    try {
      return read(file).strictly();
    } catch (DicomException e) {
      throw named(file, e);
    }
  }

  /// Reads an object from the rest of a stream, which stays open.
  public static DicomObject read(InputStream in) throws IOException {
    Limits limits = Limits.standard();
    return read(ImageSource.of(in, "the stream", limits), false, limits);
  }

  /// Reads an object from the bytes of a file. Its values are then parts of these bytes.
  public static DicomObject read(byte[] bytes) throws IOException {
    return read(ImageSource.of(bytes, "the bytes"), false, Limits.standard());
  }

  /// Reads an object from a file, bytes or a stream, as [#read(Path, boolean, Limits)] does.
  public static DicomObject read(ImageSource source, boolean lenient, Limits limits)
      throws IOException {
    source.check();
    try {
      MemorySegment bytes = bytes(source);
      return new ObjectParser(new FileBytes(bytes), bytes.byteSize(), limits, lenient).whole();
    } catch (DicomException e) {
      throw named(source.path(), e);
    }
  }

  /// Reads the elements before the pixel data (group 7FE0), and little more of the file.
  public static DicomObject readHeader(Path file) throws IOException {
    return readHeader(ImageSource.of(file));
  }

  /// Reads the elements before the pixel data, from a file, bytes or a stream.
  public static DicomObject readHeader(ImageSource source) throws IOException {
    source.check();
    try (SeekableByteChannel channel = source.channel()) {
      return readHeader(channel);
    } catch (DicomException e) {
      throw named(source.path(), e);
    }
  }

  /// Reads an object from memory. Its values are then parts of it.
  public static DicomObject parse(byte[] bytes, boolean lenient) throws DicomException {
    FileBytes file = new FileBytes(MemorySegment.ofArray(bytes));
    return new ObjectParser(file, bytes.length, Limits.standard(), lenient).whole();
  }

  /// Whether a file that begins with these bytes, a few hundred of them, is a DICOM object.
  public static boolean recognises(byte[] head) {
    return ObjectParser.recognises(new FileBytes(MemorySegment.ofArray(head)));
  }

  /// Whether a file that begins with these bytes declares itself as DICOM: `DICM` after a preamble.
  public static boolean isMarked(byte[] head) {
    return FileStart.hasMagic(new FileBytes(MemorySegment.ofArray(head)), PREAMBLE);
  }

  private static DicomObject readHeader(SeekableByteChannel channel) throws IOException {
    long size = channel.size();
    long look = FIRST_LOOK;
    while (true) {
      MemorySegment bytes = bytes(channel, Math.min(look, size));
      boolean all = bytes.byteSize() >= size || look >= size;
      ObjectParser parser = new ObjectParser(new FileBytes(bytes), size, Limits.standard(), false);
      try {
        DicomObject header = parser.header(look);
        if (all || !parser.ranOut()) {
          return header;
        }
      } catch (DicomException e) {
        if (all || !parser.ranOut()) {
          throw e;
        }
      }
      look = bytes.isMapped() ? size : look * GROWTH;
    }
  }

  private static MemorySegment bytes(ImageSource source) throws IOException {
    if (source.file().isEmpty()) {
      return MemorySegment.ofArray(source.bytes());
    }
    try (SeekableByteChannel channel = source.channel()) {
      return bytes(channel, channel.size());
    }
  }

  /// The first `length` bytes.
  private static MemorySegment bytes(SeekableByteChannel channel, long length) throws IOException {
    if (length >= SMALLEST_MAPPED && channel instanceof FileChannel mappable) {
      return mappable.map(MapMode.READ_ONLY, 0, length, Arena.ofAuto());
    }
    // Archive members cannot be mapped; memory is allocated as their bytes arrive.
    int most = (int) Math.min(length, Integer.MAX_VALUE - 8);
    return MemorySegment.ofArray(Channels.newInputStream(channel.position(0)).readNBytes(most));
  }

  private static UnreadableFileException named(Path file, DicomException e) {
    return UnreadableFileException.of(file, e.failure(), e);
  }
}
