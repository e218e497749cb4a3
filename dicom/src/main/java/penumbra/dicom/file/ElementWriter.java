package penumbra.dicom.file;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomException;
import penumbra.dicom.Element;
import penumbra.dicom.Tag;
import penumbra.dicom.Value;
import penumbra.dicom.Value.Bytes;
import penumbra.dicom.Value.Fragments;
import penumbra.dicom.Value.Items;
import penumbra.dicom.Vr;

/// Writes elements one after the other. Sequences and items get explicit lengths; pixel data in
/// fragments has an undefined length, as the standard requires.
final class ElementWriter {
  private static final int CHUNK = 1 << 16;
  private static final int HEAD = 8;
  private static final int LONG_HEAD = 12;
  private static final long LONGEST_SHORT = 0xFFFE;
  private static final long LONGEST = 0xFFFFFFFEL;

  private final OutputStream out;
  private final Encoding encoding;

  ElementWriter(OutputStream out, Encoding encoding) {
    this.out = out;
    this.encoding = encoding;
  }

  /// Whether an element is written. Group lengths, which the standard has retired, are not, because
  /// they would be wrong after the next edit.
  private static boolean isWritten(Element element) {
    return element.tag().element() != 0;
  }

  /// The bytes that [#write] will write.
  static long length(DataSet data, Encoding encoding) {
    long length = 0;
    for (Element element : data.elements()) {
      if (isWritten(element)) {
        long value = valueLength(element.value(), encoding);
        length += headLength(element, value, encoding) + value;
      }
    }
    return length;
  }

  private static long valueLength(Value value, Encoding encoding) {
    return switch (value) {
      case Bytes(MemorySegment bytes) -> even(bytes.byteSize());
      case Items(List<DataSet> items) -> {
        long length = 0;
        for (DataSet item : items) {
          length += HEAD + length(item, encoding);
        }
        yield length;
      }
      case Fragments(MemorySegment offsets, List<MemorySegment> fragments) -> {
        long length = 2 * HEAD + even(offsets.byteSize());
        for (MemorySegment fragment : fragments) {
          length += HEAD + even(fragment.byteSize());
        }
        yield length;
      }
    };
  }

  private static int headLength(Element element, long value, Encoding encoding) {
    return encoding.explicit() && writtenVr(element, value).isLong() ? LONG_HEAD : HEAD;
  }

  /// A value too long for the two-byte length of its representation is written as UN, PS3.5 section
  /// 6.2.2; readers find the representation in the dictionary.
  private static Vr writtenVr(Element element, long value) {
    return element.vr().isLong() || value <= LONGEST_SHORT ? element.vr() : Vr.UN;
  }

  private static long even(long length) {
    return length + (length & 1);
  }

  void write(DataSet data) throws IOException {
    for (Element element : data.elements()) {
      if (isWritten(element)) {
        write(element);
      }
    }
  }

  private void write(Element element) throws IOException {
    Value value = element.value();
    long length = valueLength(value, encoding);
    if (length > LONGEST && !(value instanceof Fragments)) {
      throw new DicomException(
          "must have values shorter than 4 GiB",
          element.tag() + " has " + length + " bytes",
          "write fewer frames into one object, or code them");
    }
    Vr vr = writtenVr(element, length);
    tag(element.tag());
    long said = value instanceof Fragments ? ElementHead.UNDEFINED : length;
    if (!encoding.explicit()) {
      number(said, 4);
    } else {
      out.write(vr.name().charAt(0));
      out.write(vr.name().charAt(1));
      if (vr.isLong()) {
        number(0, 2);
      }
      number(said, vr.isLong() ? 4 : 2);
    }
    switch (value) {
      case Bytes(MemorySegment bytes) -> {
        boolean text = element.vr().isText() && element.vr() != Vr.UI;
        bytes(bytes, vr == Vr.UN ? 1 : element.vr().unit(), text ? ' ' : 0);
      }
      case Items(List<DataSet> items) -> items(items);
      case Fragments(MemorySegment offsets, List<MemorySegment> fragments) -> {
        fragment(offsets);
        for (MemorySegment fragment : fragments) {
          fragment(fragment);
        }
        tag(ElementHead.SEQUENCE_END);
        number(0, 4);
      }
    }
  }

  private void items(List<DataSet> items) throws IOException {
    for (DataSet item : items) {
      tag(ElementHead.ITEM);
      number(length(item, encoding), 4);
      write(item);
    }
  }

  private void fragment(MemorySegment fragment) throws IOException {
    tag(ElementHead.ITEM);
    number(even(fragment.byteSize()), 4);
    bytes(fragment, 1, 0);
  }

  private void tag(Tag tag) throws IOException {
    number(tag.group(), 2);
    number(tag.element(), 2);
  }

  private void number(long value, int bytes) throws IOException {
    for (int i = 0; i < bytes; i++) {
      out.write((int) (value >>> (8 * (encoding.bigEndian() ? bytes - 1 - i : i))));
    }
  }

  private void bytes(MemorySegment bytes, int unit, int pad) throws IOException {
    FileBytes source = new FileBytes(bytes);
    for (long at = 0; at < bytes.byteSize(); at += CHUNK) {
      long count = Math.min(CHUNK, bytes.byteSize() - at);
      out.write(
          source.numbers(at, count, unit, encoding.bigEndian()).toArray(ValueLayout.JAVA_BYTE));
    }
    if ((bytes.byteSize() & 1) == 1) {
      out.write(pad);
    }
  }
}
