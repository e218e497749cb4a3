package penumbra.dicom.pixel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomException;
import penumbra.dicom.Element;
import penumbra.dicom.Tags;
import penumbra.dicom.TransferSyntax;
import penumbra.dicom.Value.Bytes;
import penumbra.dicom.Value.Fragments;
import penumbra.dicom.codec.CodedHeader;

/// Tells coded pixel data from native one. It should stand in items under a syntax of coded pixels;
/// some makers leave the items out, or name another syntax.
final class CodedElement {
  /// Within so many bytes a frame's header is looked for.
  private static final long FAR = 1 << 18;

  private static final int RLE_HEADER = 64;

  private CodedElement() {}

  /// The fragments of `element`; empty if its pixels are native.
  static Optional<Fragments> of(
      Element element, DataSet data, TransferSyntax syntax, Consumer<String> odd)
      throws DicomException {
    if (element.value() instanceof Fragments fragments) {
      if (!syntax.isEncapsulated()) {
        odd.accept(
            "The pixels are coded, though the transfer syntax is %s; the coded frames say how."
                .formatted(syntax.label()));
      }
      return Optional.of(fragments);
    }
    if (!(element.value() instanceof Bytes(MemorySegment bytes)) || bytes.byteSize() == 0) {
      return Optional.empty();
    }
    boolean coded = syntax.isEncapsulated() ? isCoded(bytes, syntax) : isShortAndCoded(bytes, data);
    if (coded) {
      odd.accept("The coded pixels stand in " + element.tag() + " itself, not in items.");
      return Optional.of(new Fragments(MemorySegment.ofArray(new byte[0]), List.of(bytes)));
    }
    if (syntax.isEncapsulated()) {
      odd.accept("The pixels are not coded, though the transfer syntax is " + syntax.label() + ".");
    }
    return Optional.empty();
  }

  private static boolean isCoded(MemorySegment bytes, TransferSyntax syntax) {
    if (syntax != TransferSyntax.RLE_LOSSLESS) {
      return CodedHeader.of(head(bytes)).isPresent();
    }
    byte[] head = head(bytes);
    return head.length > RLE_HEADER
        && head[0] >= 1
        && head[0] <= 15
        && head[1] == 0
        && head[4] == RLE_HEADER
        && head[5] == 0;
  }

  /// Whether bytes that are too few for native pixels begin with the header of a coded frame of the
  /// size that the data set says.
  private static boolean isShortAndCoded(MemorySegment bytes, DataSet data) throws DicomException {
    Optional<CodedHeader> header = CodedHeader.of(head(bytes));
    if (header.isEmpty()) {
      return false;
    }
    long rows = data.integer(Tags.ROWS).orElse(0);
    long columns = data.integer(Tags.COLUMNS).orElse(0);
    long bits = data.integer(Tags.BITS_ALLOCATED).orElse(0);
    return header.get().rows() == rows
        && header.get().columns() == columns
        && bytes.byteSize() * Byte.SIZE < rows * columns * bits;
  }

  private static byte[] head(MemorySegment bytes) {
    byte[] head = bytes.asSlice(0, Math.min(FAR, bytes.byteSize())).toArray(ValueLayout.JAVA_BYTE);
    return FrameFragments.withoutZeros(head);
  }
}
