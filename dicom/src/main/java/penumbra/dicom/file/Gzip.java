package penumbra.dicom.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.zip.GZIPInputStream;
import penumbra.core.Failure;
import penumbra.dicom.DicomException;

/// A file that is packed by gzip as a whole.
final class Gzip {
  /// As many bytes of a file show what it is.
  private static final int BEGINNING = 1 << 10;

  private Gzip() {}

  /// Whether the file begins as gzip does.
  static boolean isPacked(FileBytes file) {
    return file.size() > 2 && file.u8(0) == 0x1F && file.u8(1) == 0x8B && file.u8(2) == 8;
  }

  /// The first bytes of what is packed in a file of which the first bytes are given.
  static FileBytes beginning(FileBytes head) {
    byte[] bytes = new byte[BEGINNING];
    int count = 0;
    try (InputStream in = open(head)) {
      int read = in.read(bytes, 0, BEGINNING);
      while (read > 0) {
        count += read;
        read = in.read(bytes, count, BEGINNING - count);
      }
    } catch (IOException ended) {
      // Only the beginning of the file is here.
    }
    return new FileBytes(MemorySegment.ofArray(bytes).asSlice(0, count));
  }

  /// What is packed.
  ///
  /// @param enough the number of bytes after which to stop, if only the beginning is needed
  /// @param most more bytes than that are an error
  static Inflated unpack(FileBytes file, long enough, long most, ParseState state)
      throws DicomException {
    int wanted = (int) Math.min(enough, most + 1);
    try (InputStream in = open(file)) {
      byte[] bytes = in.readNBytes(wanted);
      if (bytes.length > most) {
        throw Inflated.tooLarge(most);
      }
      boolean whole = bytes.length < wanted || in.read() < 0;
      return new Inflated(new FileBytes(MemorySegment.ofArray(bytes)), whole);
    } catch (DicomException tooLarge) {
      throw tooLarge;
    } catch (IOException damaged) {
      if (!state.isWhole()) {
        state.reachedEnd();
      }
      throw new DicomException(
          Failure.Kind.UNREADABLE,
          "must be a sound gzip file",
          "is damaged or cut short",
          "copy or download it again");
    }
  }

  private static InputStream open(FileBytes file) throws IOException {
    byte[] packed = file.segment().toArray(ValueLayout.JAVA_BYTE);
    return new GZIPInputStream(new ByteArrayInputStream(packed));
  }
}
