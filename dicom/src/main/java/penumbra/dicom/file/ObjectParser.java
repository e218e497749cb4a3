package penumbra.dicom.file;

import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import penumbra.dicom.CharacterSet;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomException;
import penumbra.dicom.DicomObject;
import penumbra.dicom.Notes;
import penumbra.dicom.Tag;
import penumbra.dicom.Tags;
import penumbra.dicom.TransferSyntax;
import penumbra.io.format.Limits;

/// Reads an object from a file's bytes: preamble, meta header, data set.
///
/// A parser reads only once. After a failure, [#ranOut] says whether more bytes might have helped.
final class ObjectParser {
  private static final int PREAMBLE = 128;
  private static final int MAGIC_END = 132;
  private static final int META_GROUP = 0x0002;
  private static final int PIXEL_GROUP = 0x7FE0;

  private final FileBytes file;
  private final long fileSize;
  private final Limits limits;
  private final boolean lenient;
  private final Notes notes = new Notes();
  private ParseState state;

  /// @param file all bytes of the file, or its first ones
  /// @param fileSize the size of the file on disk
  ObjectParser(FileBytes file, long fileSize, Limits limits, boolean lenient) {
    this.file = file;
    this.fileSize = fileSize;
    this.limits = limits;
    this.lenient = lenient;
    this.state = new ParseState(file, fileSize, lenient, notes, "");
  }

  /// Whether the bytes ended before the object did.
  boolean ranOut() {
    return state.ranOut();
  }

  /// Whether a file that begins with these bytes is a DICOM object.
  static boolean recognises(FileBytes head) {
    return hasMagic(head) || EncodingGuess.of(head, 0).isPresent();
  }

  /// Reads everything.
  DicomObject whole() throws DicomException {
    return read(_ -> false, Long.MAX_VALUE);
  }

  /// Reads the elements before the pixel data.
  ///
  /// @param enough the number of bytes to inflate at first, if the data set is deflated
  DicomObject header(long enough) throws DicomException {
    return read(tag -> tag.group() == PIXEL_GROUP, enough);
  }

  private DicomObject read(Predicate<Tag> stop, long enough) throws DicomException {
    long start = hasMagic(file) ? MAGIC_END : 0;
    Optional<Encoding> first = EncodingGuess.of(file, start);
    if (start == 0 && first.isEmpty()) {
      throw new DicomException(
          "must be a DICOM file",
          "has neither DICM at byte " + PREAMBLE + " nor a known data element at its start",
          "name a DICOM file, or check that it was copied whole");
    }
    if (start == 0) {
      notes.add("The file has no preamble.");
    }
    DataSetParser parser = new DataSetParser(state, start);
    DataSet meta = DataSet.empty();
    if (start > 0 || isMeta(first, start)) {
      Encoding encoding = first.orElse(Encoding.EXPLICIT);
      if (!encoding.equals(Encoding.EXPLICIT)) {
        notes.add("The meta header is " + encoding + ", where it should be explicit.");
      }
      meta = parser.top(ParseContext.top(encoding), tag -> tag.group() != META_GROUP);
      MetaHeader.checkLength(meta, parser.position() - start, notes);
    }
    TransferSyntax claimed = MetaHeader.syntax(meta);
    return claimed == TransferSyntax.DEFLATED
        ? deflated(meta, parser.position(), stop, enough)
        : plain(meta, claimed, parser, stop);
  }

  /// The object, with notes about anything unusual in its contents.
  private DicomObject object(DataSet meta, TransferSyntax syntax, DataSet data) {
    for (String term : CharacterSet.unknown(data.texts(Tags.SPECIFIC_CHARACTER_SET))) {
      notes.add("The character set '" + term + "' is unknown; text may be misread.");
    }
    return new DicomObject(meta, syntax, data, notes.lines());
  }

  static boolean hasMagic(FileBytes file) {
    return file.size() >= MAGIC_END
        && file.u8(PREAMBLE) == 'D'
        && file.u8(PREAMBLE + 1) == 'I'
        && file.u8(PREAMBLE + 2) == 'C'
        && file.u8(PREAMBLE + 3) == 'M';
  }

  private boolean isMeta(Optional<Encoding> encoding, long start) {
    return encoding.isPresent()
        && file.tag(start, encoding.get().bigEndian()).group() == META_GROUP;
  }

  private DicomObject plain(
      DataSet meta, @Nullable TransferSyntax claimed, DataSetParser parser, Predicate<Tag> stop)
      throws DicomException {
    Optional<Encoding> found = EncodingGuess.of(file, parser.position());
    Encoding encoding = found.orElse(claimed == null ? Encoding.EXPLICIT : Encoding.of(claimed));
    TransferSyntax syntax =
        claimed != null && claimed.isEncapsulated() ? claimed : encoding.syntax();
    if (claimed == null) {
      notes.add("No transfer syntax is named; the elements are " + encoding + ".");
    } else if (!encoding.equals(Encoding.of(claimed))) {
      notes.add("The elements are " + encoding + ", though the syntax is " + claimed.label() + ".");
    }
    DataSet data = parser.top(ParseContext.top(encoding), stop);
    return object(meta, syntax, data);
  }

  private DicomObject deflated(DataSet meta, long at, Predicate<Tag> stop, long enough)
      throws DicomException {
    long wanted = enough;
    while (true) {
      Inflated inflated = Inflated.of(file, at, wanted, Inflated.most(fileSize, limits), state);
      boolean complete = inflated.whole() || state.stopped();
      state = new ParseState(inflated.bytes(), fileSize, lenient, notes, " of the inflated data");
      try {
        DataSet data = new DataSetParser(state, 0).top(ParseContext.top(Encoding.EXPLICIT), stop);
        if (complete || !state.ranOut()) {
          return object(meta, TransferSyntax.DEFLATED, data);
        }
      } catch (DicomException e) {
        if (complete || !state.ranOut()) {
          throw e;
        }
      }
      wanted *= 8;
      state = new ParseState(file, fileSize, lenient, notes, "");
    }
  }
}
