package penumbra.dicom;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import penumbra.io.Inputs;
import penumbra.io.Limits;
import penumbra.io.UnreadableFileException;

/// Reads DICOM objects: Part 10 files, and bare data sets without preamble or meta header.
///
/// ```
/// DicomObject chest = DicomReader.read(Path.of("chest.dcm"));
/// DataSet facts = DicomReader.readHeader(Path.of("chest.dcm")).data();
/// ```
///
/// Implicit and explicit little endian, explicit big endian and deflated data sets are read. What
/// other readers tolerate is tolerated and told in [DicomObject#notes]. A larger file is mapped,
/// and values are parts of the mapping, so that pixel data is not copied; it must not be shortened
/// meanwhile. Numbers of big-endian files are turned in copies. Memory stays within some 30 times
/// the file's size; what a deflated one may grow to is bounded by 64 times its size and two bytes
/// for each pixel of the [Limits].
public final class DicomReader {
  /// Smaller files are quicker read than mapped, and leave the number of mappings to others.
  private static final int SMALLEST_MAPPED = 1 << 18;

  private static final int FIRST_LOOK = 1 << 14;
  private static final int GROWTH = 8;

  private DicomReader() {}

  /// Reads a whole file.
  public static DicomObject read(Path file) throws IOException {
    return read(file, false);
  }

  /// Reads a file.
  ///
  /// @param lenient whether a truncated or damaged file gives what can be had of it: the elements
  ///   before the damage, pixel data shortened; [DicomObject#notes] then says so
  public static DicomObject read(Path file, boolean lenient) throws IOException {
    return read(file, lenient, Limits.standard());
  }

  /// The same within other limits, which bound what deflated data may grow to.
  public static DicomObject read(Path file, boolean lenient, Limits limits) throws IOException {
    Inputs.check(file);
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      MemorySegment bytes = bytes(channel, channel.size());
      return new ObjectParser(new FileBytes(bytes), bytes.byteSize(), limits, lenient).whole();
    } catch (DicomException e) {
      throw named(file, e);
    }
  }

  /// Reads what stands before the pixel data (the group 7FE0), and little more of the file.
  public static DicomObject readHeader(Path file) throws IOException {
    Inputs.check(file);
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      return readHeader(channel);
    } catch (DicomException e) {
      throw named(file, e);
    }
  }

  /// Reads an object from memory, of which its values then are parts.
  public static DicomObject parse(byte[] bytes, boolean lenient) throws DicomException {
    FileBytes file = new FileBytes(MemorySegment.ofArray(bytes));
    return new ObjectParser(file, bytes.length, Limits.standard(), lenient).whole();
  }

  /// Whether a file that begins with these bytes, some hundreds of them, is a DICOM object.
  public static boolean recognises(byte[] head) {
    return ObjectParser.recognises(new FileBytes(MemorySegment.ofArray(head)));
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

  /// The first `length` bytes.
  private static MemorySegment bytes(SeekableByteChannel channel, long length) throws IOException {
    if (length >= SMALLEST_MAPPED && channel instanceof FileChannel mappable) {
      return mappable.map(MapMode.READ_ONLY, 0, length, Arena.ofAuto());
    }
    // What lies in an archive cannot be mapped; memory is taken as its bytes come.
    int most = (int) Math.min(length, Integer.MAX_VALUE - 8);
    return MemorySegment.ofArray(Channels.newInputStream(channel.position(0)).readNBytes(most));
  }

  private static UnreadableFileException named(Path file, DicomException e) {
    return UnreadableFileException.of(file, e.rule(), e.found(), e.remedy(), e);
  }
}
