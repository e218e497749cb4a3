package penumbra.dicom.file;

import java.util.Optional;
import penumbra.dicom.DicomException;

/// Where the elements of a file begin.
///
/// @param at the first byte of its meta header or data set
/// @param hasMeta whether a meta header stands there
/// @param encoding how its elements are encoded
/// @param note what is odd about the beginning
record FileStart(long at, boolean hasMeta, Encoding encoding, Optional<String> note) {
  private static final int PREAMBLE = 128;
  private static final int MAGIC = 4;
  private static final int FARTHEST = 512;

  /// The bytes before a meta header.
  static final int LENGTH = PREAMBLE + MAGIC;

  /// The beginning of a file.
  ///
  /// @throws DicomException where there is none
  static FileStart of(FileBytes file) throws DicomException {
    return find(file)
        .orElseThrow(() ->
            new DicomException(
                "must be a DICOM file",
                "has neither DICM at byte " + PREAMBLE + " nor a known data element at its start",
                "name a DICOM file, or check that it was copied whole"));
  }

  /// Whether a file that begins so is a DICOM object.
  static boolean isKnown(FileBytes head) {
    return find(head).isPresent();
  }

  private static Optional<FileStart> find(FileBytes file) {
    if (hasMagic(file, PREAMBLE)) {
      return Optional.of(behindMagic(file, PREAMBLE, Optional.empty()));
    }
    if (hasMagic(file, 0)) {
      return Optional.of(behindMagic(file, 0, Optional.of("The file has no preamble.")));
    }
    Optional<Encoding> bare = EncodingGuess.of(file, 0);
    if (bare.isPresent()) {
      return Optional.of(bare(file, bare.get()));
    }
    if (isMeta(file, PREAMBLE, Optional.of(Encoding.EXPLICIT))) {
      return Optional.of(
          new FileStart(
              PREAMBLE,
              true,
              Encoding.EXPLICIT,
              Optional.of("DICM does not stand behind the preamble.")));
    }
    return displaced(file);
  }

  private static FileStart bare(FileBytes file, Encoding encoding) {
    boolean meta = isMeta(file, 0, Optional.of(encoding));
    return new FileStart(0, meta, encoding, Optional.of("The file has no preamble."));
  }

  private static FileStart behindMagic(FileBytes file, int magic, Optional<String> note) {
    long at = (long) magic + MAGIC;
    Encoding encoding = EncodingGuess.of(file, at).orElse(Encoding.EXPLICIT);
    return new FileStart(at, true, encoding, note);
  }

  /// A header of another program before the file, or a preamble of another length.
  private static Optional<FileStart> displaced(FileBytes file) {
    for (int magic = 1; magic <= FARTHEST; magic++) {
      if (hasMagic(file, magic)
          && isMeta(file, (long) magic + MAGIC, EncodingGuess.of(file, (long) magic + MAGIC))) {
        String note = "DICM stands at byte " + magic + " instead of " + PREAMBLE + ".";
        return Optional.of(behindMagic(file, magic, Optional.of(note)));
      }
    }
    return Optional.empty();
  }

  /// Whether a preamble with its mark stands at `at`.
  static boolean isPreamble(FileBytes file, long at) {
    return hasMagic(file, at + PREAMBLE);
  }

  static boolean hasMagic(FileBytes file, long at) {
    return file.size() >= at + MAGIC
        && file.u8(at) == 'D'
        && file.u8(at + 1) == 'I'
        && file.u8(at + 2) == 'C'
        && file.u8(at + 3) == 'M';
  }

  private static boolean isMeta(FileBytes file, long at, Optional<Encoding> encoding) {
    return encoding.isPresent()
        && EncodingGuess.of(file, at).equals(encoding)
        && file.tag(at, encoding.get().bigEndian()).group() == MetaHeader.GROUP;
  }
}
