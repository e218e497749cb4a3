package penumbra.dicom.file;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import penumbra.dicom.CharacterSet;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomException;
import penumbra.dicom.DicomObject;
import penumbra.dicom.Element;
import penumbra.dicom.Notes;
import penumbra.dicom.Tag;
import penumbra.dicom.Tags;
import penumbra.dicom.TransferSyntax;
import penumbra.io.format.Limits;

/// Reads an object from a file's bytes: preamble, meta header, data set.
///
/// A parser reads only once. After a failure, [#ranOut] says whether more bytes might have helped.
final class ObjectParser {
  private static final int PIXEL_GROUP = 0x7FE0;

  private final FileBytes file;
  private final long fileSize;
  private final Limits limits;
  private final boolean lenient;
  private final Notes notes = new Notes();
  private ParseState state;
  private boolean maybePacked = true;

  /// @param file all bytes of the file, or its first ones
  /// @param fileSize the size of the file on disk
  ObjectParser(FileBytes file, long fileSize, Limits limits, boolean lenient) {
    this.file = file;
    this.fileSize = fileSize;
    this.limits = limits;
    this.lenient = lenient;
    this.state = new ParseState(file, fileSize, isWhole(), lenient, notes, "");
  }

  /// Whether the bytes ended before the object did.
  boolean ranOut() {
    return state.ranOut();
  }

  /// Whether a file that begins with these bytes is a DICOM object.
  static boolean recognises(FileBytes head) {
    return Gzip.isPacked(head) ? FileStart.isKnown(Gzip.beginning(head)) : FileStart.isKnown(head);
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
    if (maybePacked && Gzip.isPacked(file)) {
      return unpacked(stop, enough);
    }
    FileStart start = FileStart.of(file);
    start.note().ifPresent(notes::add);
    DataSetParser parser = new DataSetParser(state, start.at());
    DataSet meta = DataSet.empty();
    if (start.hasMeta()) {
      Encoding encoding = start.encoding();
      if (!encoding.equals(Encoding.EXPLICIT)) {
        notes.add("The meta header is " + encoding + ", where it should be explicit.");
      }
      Predicate<Tag> end = tag -> tag.group() != MetaHeader.GROUP;
      List<Element> elements = parser.elements(ParseContext.top(encoding), end);
      if (FileStart.isPreamble(file, parser.position())) {
        notes.add("A second preamble and meta header follow the first, which counts.");
        parser.moveTo(parser.position() + FileStart.LENGTH);
        elements.addAll(parser.elements(ParseContext.top(Encoding.EXPLICIT), end));
      }
      meta = MetaHeader.of(elements, notes);
      MetaHeader.checkLength(meta, parser.position() - start.at(), notes);
    }
    NamedSyntax named = NamedSyntax.of(meta);
    named.note().ifPresent(notes::add);
    state.names(named.syntax());
    boolean deflated =
        named.syntax() == TransferSyntax.DEFLATED
            && EncodingGuess.of(file, parser.position()).isEmpty();
    if (!deflated && named.syntax() != null && Inflated.isDeflated(file, parser.position())) {
      notes.add("The data set is deflated, though the syntax is " + named.syntax().label() + ".");
      deflated = true;
    }
    return deflated
        ? deflated(meta, named, parser.position(), stop, enough)
        : plain(meta, named, parser, stop);
  }

  /// The object in a file that is packed as a whole.
  private DicomObject unpacked(Predicate<Tag> stop, long enough) throws DicomException {
    long wanted = enough;
    while (true) {
      Inflated inflated = Gzip.unpack(file, wanted, Inflated.most(fileSize, limits), state);
      boolean complete = inflated.whole();
      FileBytes bytes = inflated.bytes();
      long size = complete ? bytes.size() : Long.MAX_VALUE / 2;
      ObjectParser inner = new ObjectParser(bytes, size, limits, lenient);
      inner.maybePacked = false;
      try {
        DicomObject object = inner.read(stop, enough);
        if (complete || !inner.ranOut()) {
          return object.withNote("The file is packed by gzip.");
        }
      } catch (DicomException e) {
        if (complete || !inner.ranOut()) {
          throw e;
        }
      }
      wanted *= 8;
    }
  }

  /// The object, with what is odd about its contents.
  private DicomObject object(
      DataSet meta, NamedSyntax named, TransferSyntax syntax, Encoding encoding, DataSet read)
      throws DicomException {
    for (String term : CharacterSet.unknown(read.texts(Tags.SPECIFIC_CHARACTER_SET))) {
      notes.add("The character set '" + term + "' is unknown; text may be misread.");
    }
    DataSet data = MetaHeader.without(read, notes);
    PixelValue pixels = PixelValue.of(data, syntax, encoding, named, notes);
    return new DicomObject(meta, pixels.syntax(), pixels.data(), notes.lines());
  }

  private DicomObject plain(
      DataSet meta, NamedSyntax named, DataSetParser parser, Predicate<Tag> stop)
      throws DicomException {
    TransferSyntax claimed = named.syntax();
    Optional<Encoding> found =
        EncodingGuess.of(file, parser.position())
            .or(() -> EncodingGuess.leading(state, parser.position(), claimed));
    Encoding encoding = found.orElse(claimed == null ? Encoding.EXPLICIT : Encoding.of(claimed));
    TransferSyntax syntax =
        claimed != null && claimed.isEncapsulated() ? claimed : encoding.syntax();
    if (claimed == null) {
      notes.add("No transfer syntax is named; the elements are " + encoding + ".");
    } else if (claimed == TransferSyntax.DEFLATED) {
      notes.add("The data set is not deflated, though the syntax is " + claimed.label() + ".");
    } else if (!encoding.equals(Encoding.of(claimed))) {
      notes.add("The elements are " + encoding + ", though the syntax is " + claimed.label() + ".");
    }
    DataSet data = parser.top(ParseContext.top(encoding), stop);
    return object(meta, named, syntax, encoding, data);
  }

  private DicomObject deflated(
      DataSet meta, NamedSyntax named, long at, Predicate<Tag> stop, long enough)
      throws DicomException {
    state.tolerate();
    long wanted = enough;
    while (true) {
      Inflated inflated = Inflated.of(file, at, wanted, Inflated.most(fileSize, limits), state);
      boolean complete = inflated.whole() || state.stopped();
      state =
          new ParseState(
              inflated.bytes(), fileSize, complete, lenient, notes, " of the inflated data");
      state.names(TransferSyntax.DEFLATED);
      try {
        DataSet data = new DataSetParser(state, 0).top(ParseContext.top(Encoding.EXPLICIT), stop);
        if (complete || !state.ranOut()) {
          return object(meta, named, TransferSyntax.DEFLATED, Encoding.EXPLICIT, data);
        }
      } catch (DicomException e) {
        if (complete || !state.ranOut()) {
          throw e;
        }
      }
      wanted *= 8;
      state = new ParseState(file, fileSize, isWhole(), lenient, notes, "");
      state.tolerate();
    }
  }

  private boolean isWhole() {
    return file.size() >= fileSize;
  }
}
