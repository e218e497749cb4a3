package penumbra.dicom.file;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import penumbra.dicom.DataSet;
import penumbra.dicom.Element;
import penumbra.dicom.Tag;
import penumbra.dicom.TransferSyntax;
import penumbra.dicom.Value.Bytes;
import penumbra.dicom.Value.Fragments;
import penumbra.dicom.Vr;

/// Pixel data without a length that has no items either: one coded stream, or as many bytes as the
/// uncompressed frames need.
///
/// @param element the pixel data
/// @param end where it ends
/// @param note what is odd about it
record OpenPixels(Element element, long end, String note) {
  private static final int HEAD = 8;

  /// The pixel data of `head`; null where it has items, or cannot be told.
  static @Nullable OpenPixels of(
      ParseState state, ElementHead head, long end, Encoding encoding, List<Element> before) {
    FileBytes file = state.file();
    long start = head.valueAt();
    boolean big = encoding.bigEndian();
    if (end - start < HEAD || isDelimiter(file.tag(start, big))) {
      return null;
    }
    boolean closed = file.tag(end - HEAD, big).equals(ElementHead.SEQUENCE_END);
    long length = end - start - (closed ? HEAD : 0);
    MemorySegment rest = file.slice(start, length);
    if (CodedStream.begins(rest)) {
      MemorySegment none = MemorySegment.ofArray(new byte[0]);
      return new OpenPixels(
          new Element(head.tag(), Vr.OB, new Fragments(none, List.of(rest))),
          end,
          "The coded pixel data stands in no items.");
    }
    OptionalLong needed = PixelLength.of(DataSet.of(before));
    TransferSyntax named = state.named();
    boolean exactly = PixelLength.isNeeded(needed, length);
    boolean enough = needed.isPresent() && needed.getAsLong() <= length;
    if (named == null ? !exactly : named.isEncapsulated() || !enough) {
      return null;
    }
    long taken = Math.min(length, needed.getAsLong() + (needed.getAsLong() & 1));
    Vr vr = encoding.explicit() && head.vr() == Vr.OB ? Vr.OB : Vr.OW;
    return new OpenPixels(
        new Element(head.tag(), vr, new Bytes(file.numbers(start, taken, vr.unit(), big))),
        start + taken,
        "The pixel data has no length; its %d bytes are those that its frames need."
            .formatted(taken));
  }

  private static boolean isDelimiter(Tag tag) {
    return tag.group() == ElementHead.ITEM.group();
  }
}
