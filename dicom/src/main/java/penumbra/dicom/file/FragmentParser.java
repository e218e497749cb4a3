package penumbra.dicom.file;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import penumbra.dicom.DicomException;
import penumbra.dicom.Tag;
import penumbra.dicom.Value.Fragments;

/// Reads the fragments of coded pixel data.
///
/// Where a coded frame is whole, what its container lacks is no loss: the last delimiter, the item
/// of the offset table, or the right length of the last fragment.
final class FragmentParser {
  private static final int HEAD = 8;

  private final ParseState state;
  private final FileBytes file;
  private final NextElement next;
  private long position;

  FragmentParser(ParseState state, long position) {
    this.state = state;
    this.file = state.file();
    this.next = new NextElement(state);
    this.position = position;
  }

  /// Where the reader stands, behind the fragments once they are read.
  long position() {
    return position;
  }

  /// Reads the fragments of the element `tag` up to their delimiter.
  ///
  /// @param end where they must end
  Fragments read(Tag tag, long end, Encoding encoding) throws DicomException {
    List<MemorySegment> fragments = new ArrayList<>();
    while (!state.stopped()) {
      if (end - position < HEAD) {
        endsEarly(fragments, end);
        break;
      }
      state.count();
      Tag found = file.tag(position, encoding.bigEndian());
      if (found.equals(ElementHead.SEQUENCE_END)) {
        position += HEAD;
        break;
      }
      if (!found.equals(ElementHead.ITEM)) {
        if (isWhole(fragments) && next.isElement(position, end, encoding, tag)) {
          noteLackingDelimiter();
        } else {
          state.misplaced(
              "must have a fragment or the end of pixel data", "has " + found, position);
        }
        break;
      }
      fragments.add(fragment(end, encoding));
    }
    return withTable(fragments);
  }

  private MemorySegment fragment(long end, Encoding encoding) throws DicomException {
    long at = position;
    long length = file.u32(at + 4, encoding.bigEndian());
    long left = end - at - HEAD;
    if (length <= left) {
      if ((length & 1) == 1) {
        state.note(() -> "The fragment " + state.at(at) + " has an odd length, " + length + ".");
      }
      position = at + HEAD + length;
      return file.slice(at + HEAD, length);
    }
    long whole = CodedStream.wholeLength(file.slice(at + HEAD, left));
    if (whole < 0 || !state.isWhole()) {
      state.truncated("a fragment of pixel data", at + HEAD, length);
      position = end;
      return file.slice(at + HEAD, left);
    }
    state.note(() ->
        "The fragment %s says that it has %d bytes, but its coded frame ends after %d."
            .formatted(state.at(at), length, whole));
    position = at + HEAD + whole;
    return file.slice(at + HEAD, whole);
  }

  /// The file ends where a fragment or the delimiter should be.
  private void endsEarly(List<MemorySegment> fragments, long end) throws DicomException {
    if (state.isWhole() && isWhole(fragments)) {
      noteLackingDelimiter();
      position = end;
      return;
    }
    state.truncated("coded pixel data", position, HEAD);
  }

  private void noteLackingDelimiter() {
    state.note(
        () -> "The coded pixel data that ends " + state.at(position) + " lacks its delimiter.");
  }

  /// Whether the last fragment ends as coded frames do. Run-length coding has no mark for that, but
  /// its fragments are frames.
  private static boolean isWhole(List<MemorySegment> fragments) {
    if (fragments.isEmpty()) {
      return false;
    }
    MemorySegment last = fragments.getLast();
    return CodedStream.endsWhole(last) || CodedStream.isRunLength(last);
  }

  /// The first item is the offset table, unless a coded frame begins with it.
  private Fragments withTable(List<MemorySegment> fragments) {
    if (fragments.isEmpty()) {
      return new Fragments(MemorySegment.ofArray(new byte[0]), fragments);
    }
    MemorySegment first = fragments.getFirst();
    if (CodedStream.begins(first) || CodedStream.isRunLength(first)) {
      state.note(() -> "The coded pixel data has no item for an offset table.");
      byte[] none = new byte[0];
      return new Fragments(MemorySegment.ofArray(none), fragments);
    }
    return new Fragments(first, fragments.subList(1, fragments.size()));
  }
}
