package penumbra.dicom.file;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import penumbra.dicom.DicomException;
import penumbra.io.format.Limits;

/// The inflated form of a deflated data set, PS3.5 annex A.5.
///
/// @param bytes the inflated bytes
/// @param whole whether they are complete
record Inflated(FileBytes bytes, boolean whole) {
  private static final int CHUNK = 1 << 16;
  private static final int FIRST_LOOK = 1 << 9;
  private static final long BYTES_PER_FILE_BYTE = 64;
  private static final int BYTES_PER_PIXEL = 2;
  private static final int HIGHEST_WRAPPED_METHOD = 0x78;

  /// The largest inflated size of a file: 64 times its size, and two bytes for each pixel of the
  /// limit, because black images compress a thousandfold.
  static long most(long fileSize, Limits limits) {
    long pixels = Math.min(limits.maxPixels(), Integer.MAX_VALUE) * BYTES_PER_PIXEL;
    return Math.min(Integer.MAX_VALUE - CHUNK - 8L, BYTES_PER_FILE_BYTE * fileSize + pixels);
  }

  /// Inflates the data at `at`.
  ///
  /// @param enough the number of bytes after which to stop, if only the beginning is needed
  /// @param most the largest number of bytes; more are an error
  static Inflated of(FileBytes file, long at, long enough, long most, ParseState state)
      throws DicomException {
    Inflater inflater = new Inflater(!isWrapped(file, at, state));
    try {
      return inflate(inflater, file, at, enough, most, state);
    } catch (DataFormatException damaged) {
      throw new DicomException(
          "must have sound deflated data",
          "has damage within the %d bytes from byte %d on"
              .formatted(inflater.getBytesRead() + 1, at),
          "copy or download it again",
          damaged);
    } finally {
      inflater.end();
    }
  }

  private static Inflated inflate(
      Inflater inflater, FileBytes file, long at, long enough, long most, ParseState state)
      throws DataFormatException, DicomException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] chunk = new byte[CHUNK];
    long next = at;
    while (!inflater.finished() && out.size() < enough) {
      int count = inflater.inflate(chunk);
      if (count == 0 && inflater.needsDictionary()) {
        throw new DataFormatException("a preset dictionary");
      }
      if (count == 0 && inflater.needsInput()) {
        long more = Math.min(CHUNK, file.size() - next);
        if (more == 0) {
          state.truncated("its deflated data", next, 1);
          break;
        }
        inflater.setInput(file.slice(next, more).toArray(ValueLayout.JAVA_BYTE));
        next += more;
      }
      out.write(chunk, 0, count);
      if (out.size() > most) {
        throw tooLarge(most);
      }
    }
    FileBytes bytes = new FileBytes(MemorySegment.ofArray(out.toByteArray()));
    return new Inflated(bytes, inflater.finished());
  }

  /// Whether deflated data that begins with an element stands at `at`, where no element does.
  static boolean isDeflated(FileBytes file, long at) {
    if (EncodingGuess.of(file, at).isPresent() || at >= file.size()) {
      return false;
    }
    long packed = Math.min(file.size() - at, CHUNK);
    Inflater inflater = new Inflater(true);
    byte[] first = new byte[FIRST_LOOK];
    try {
      inflater.setInput(file.slice(at, packed).toArray(ValueLayout.JAVA_BYTE));
      int count = inflater.inflate(first);
      FileBytes bytes = new FileBytes(MemorySegment.ofArray(first).asSlice(0, count));
      return EncodingGuess.of(bytes, 0).equals(Optional.of(Encoding.EXPLICIT));
    } catch (DataFormatException none) {
      return false;
    } finally {
      inflater.end();
    }
  }

  /// The error for a file that gives more than `most` bytes.
  static DicomException tooLarge(long most) {
    return new DicomException(
        "must inflate to at most " + most + " bytes",
        "gives more",
        "if the file is to be trusted, raise the limit with the environment variable "
            + Limits.VARIABLE);
  }

  /// Whether the stream begins with zlib's header of two bytes, which the standard does not allow
  /// but some vendors write.
  private static boolean isWrapped(FileBytes file, long at, ParseState state) {
    if (file.size() - at < 2) {
      return false;
    }
    int first = file.u8(at);
    boolean wrapped = first == HIGHEST_WRAPPED_METHOD && (first << 8 | file.u8(at + 1)) % 31 == 0;
    if (wrapped) {
      state.note(() -> "The deflated data has a zlib header, which should not be there.");
    }
    return wrapped;
  }
}
