package penumbra.dicom.file;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomException;
import penumbra.dicom.Element;
import penumbra.dicom.Notes;
import penumbra.dicom.Tags;
import penumbra.dicom.TransferSyntax;
import penumbra.dicom.Value.Bytes;
import penumbra.dicom.Value.Fragments;
import penumbra.dicom.Vr;

/// Settles what the pixel data of a data set is where its form contradicts the transfer syntax:
/// coded frames show by their own bytes that they are coded, and in which syntax.
///
/// @param data the data set, with its pixel data in the form that `syntax` asks for
/// @param syntax the syntax that the pixel data is in
/// @param named whether a known syntax is named
record PixelValue(DataSet data, TransferSyntax syntax, boolean named) {
  private static final MemorySegment NO_TABLE = MemorySegment.ofArray(new byte[0]);

  /// @param syntax as the meta header and the elements have it
  /// @param encoding of the elements
  /// @throws DicomException if the syntax is unknown and the pixel data does not tell it either
  static PixelValue of(
      DataSet data, TransferSyntax syntax, Encoding encoding, NamedSyntax named, Notes notes)
      throws DicomException {
    PixelValue as = new PixelValue(data, syntax, named.syntax() != null);
    Optional<PixelValue> settled = Optional.empty();
    Element element = data.element(Tags.PIXEL_DATA).orElse(null);
    if (element != null) {
      settled =
          switch (element.value()) {
            case Bytes(MemorySegment bytes) -> as.ofBytes(element, bytes, encoding, notes);
            case Fragments fragments -> as.ofFragments(element, fragments, encoding, notes);
            default -> Optional.empty();
          };
    }
    PixelValue found = settled.orElse(as);
    if (named.isUnknown() && !found.syntax.isEncapsulated()) {
      throw named.unknown();
    }
    return named.pixelsBigEndian() ? found.turned() : found;
  }

  private Optional<PixelValue> ofBytes(
      Element element, MemorySegment bytes, Encoding encoding, Notes notes) throws DicomException {
    OptionalLong needed = PixelLength.of(data);
    boolean fits = PixelLength.isNeeded(needed, bytes.byteSize());
    if (fits && syntax.isEncapsulated()) {
      notes.add("The pixels are not coded, though the syntax is " + syntax.label() + ".");
      return Optional.of(new PixelValue(data, encoding.syntax(), named));
    }
    if (fits || bytes.byteSize() == 0) {
      return Optional.empty();
    }
    Optional<Fragments> items = items(bytes, encoding, notes);
    if (items.isPresent()) {
      notes.add("The pixel data has a length, though it holds coded fragments.");
      return Optional.of(coded(element, items.get(), notes));
    }
    if (!CodedStream.begins(bytes) && !CodedStream.isRunLength(bytes)) {
      return Optional.empty();
    }
    notes.add("The coded pixel data stands in no items.");
    boolean several =
        data.text(Tags.NUMBER_OF_FRAMES).filter(text -> !text.equals("1")).isPresent();
    List<MemorySegment> frames = several ? CodedStream.split(bytes) : List.of(bytes);
    return Optional.of(coded(element, new Fragments(NO_TABLE, frames), notes));
  }

  private static Optional<Fragments> items(MemorySegment bytes, Encoding encoding, Notes notes)
      throws DicomException {
    FileBytes value = new FileBytes(bytes);
    if (value.size() < 8 || !value.tag(0, encoding.bigEndian()).equals(ElementHead.ITEM)) {
      return Optional.empty();
    }
    var state = new ParseState(value, value.size(), true, false, notes, " of the pixel data");
    return Optional.of(new FragmentParser(state, 0).read(Tags.PIXEL_DATA, value.size(), encoding));
  }

  private Optional<PixelValue> ofFragments(
      Element element, Fragments fragments, Encoding encoding, Notes notes) {
    if (syntax.isEncapsulated()) {
      return Optional.empty();
    }
    PixelValue coded = coded(element, fragments, notes);
    if (coded.syntax.isEncapsulated()) {
      return Optional.of(coded);
    }
    long length = fragments.fragments().stream().mapToLong(MemorySegment::byteSize).sum();
    if (!PixelLength.isNeeded(PixelLength.of(data), length) || length > Integer.MAX_VALUE - 8) {
      return Optional.empty();
    }
    notes.add("The pixels stand in items, though they are not coded.");
    MemorySegment joined = MemorySegment.ofArray(new byte[(int) length]);
    long at = 0;
    for (MemorySegment fragment : fragments.fragments()) {
      joined.asSlice(at, fragment.byteSize()).copyFrom(fragment);
      at += fragment.byteSize();
    }
    int unit = element.vr() == Vr.OW || !encoding.explicit() ? 2 : 1;
    MemorySegment ordered = new FileBytes(joined).numbers(0, length, unit, encoding.bigEndian());
    return Optional.of(
        new PixelValue(
            data.with(new Element(element.tag(), Vr.OW, new Bytes(ordered))), syntax, named));
  }

  /// The data set with coded pixel data, in the syntax that the first frame shows if the named one
  /// is for pixels that are not coded.
  private PixelValue coded(Element element, Fragments fragments, Notes notes) {
    TransferSyntax shown = syntax;
    if (!syntax.isEncapsulated()) {
      shown =
          fragments.fragments().stream().findFirst().flatMap(CodedStream::syntax).orElse(syntax);
      if (shown.isEncapsulated()) {
        String said = named ? ", though the syntax is " + syntax.label() + "." : ".";
        notes.add("The pixels are coded as " + shown.label() + said);
      }
    }
    return new PixelValue(data.with(new Element(element.tag(), Vr.OB, fragments)), shown, named);
  }

  /// The same with the numbers of uncompressed pixels turned.
  private PixelValue turned() throws DicomException {
    Element element = data.element(Tags.PIXEL_DATA).orElse(null);
    int unit = data.integer(Tags.BITS_ALLOCATED).orElse(16) / Byte.SIZE;
    if (unit < 2 || element == null || !(element.value() instanceof Bytes(MemorySegment bytes))) {
      return this;
    }
    MemorySegment turned = new FileBytes(bytes).numbers(0, bytes.byteSize(), unit, true);
    return new PixelValue(
        data.with(new Element(element.tag(), element.vr(), new Bytes(turned))), syntax, named);
  }
}
