package penumbra.dicom.file;

import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import penumbra.core.Failure;
import penumbra.dicom.DicomException;
import penumbra.dicom.Notes;
import penumbra.dicom.Tag;
import penumbra.dicom.TransferSyntax;

/// The shared state of the parsers of one file: its bytes, whether they are lenient, and the notes.
final class ParseState {
  private static final int DEEPEST = 64;
  private static final long ELEMENTS_ALWAYS_ALLOWED = 1L << 20;
  private static final int SHORTEST_ELEMENT = 8;

  /// The groups that say what pixels mean: of the image, of the functional groups, and the pixels'
  /// own.
  private static final Set<Integer> TELLING = Set.of(0x0028, 0x5200, 0x7FE0);

  private final FileBytes file;
  private final boolean lenient;
  private final Notes notes;
  private final String where;
  private final boolean whole;
  private long elementsLeft;
  private boolean ranOut;
  private boolean stopped;
  private boolean damageNoted;
  private boolean tolerant;
  private boolean telling;
  private @Nullable TransferSyntax named;

  /// @param file all bytes there are
  /// @param fileSize the bytes on disk, of which `file` may be the inflated form
  /// @param whole whether `file` has all bytes that there are
  /// @param where what offsets count in: `""`, or `" of the inflated data"`
  ParseState(
      FileBytes file, long fileSize, boolean whole, boolean lenient, Notes notes, String where) {
    this.file = file;
    this.lenient = lenient;
    this.notes = notes;
    this.whole = whole;
    this.where = where;
    this.elementsLeft = ELEMENTS_ALWAYS_ALLOWED + fileSize / SHORTEST_ELEMENT;
  }

  FileBytes file() {
    return file;
  }

  void note(Supplier<String> line) {
    notes.add(line);
  }

  /// The position `at`, for messages.
  String at(long at) {
    return "at byte " + at + where;
  }

  /// Whether all bytes that there are have been read into memory or mapped.
  boolean isWhole() {
    return whole;
  }

  /// Says in which syntax the pixels should be.
  void names(@Nullable TransferSyntax syntax) {
    named = syntax;
  }

  /// The syntax in which the pixels should be; null where none is named.
  @Nullable TransferSyntax named() {
    return named;
  }

  /// Says which element of the data set is read now, with all that is nested in it.
  void reading(Tag tag) {
    telling = isTelling(tag);
  }

  /// Whether the pixels or their grey values may depend on such an element.
  static boolean isTelling(Tag tag) {
    return TELLING.contains(tag.group());
  }

  /// Whether the pixels or their grey values may depend on the element that is read now, so that no
  /// part of it may be left out.
  boolean isTelling() {
    return telling;
  }

  /// Whether damage is noted instead of refused.
  boolean isTolerant() {
    return tolerant;
  }

  /// From now on, damage is noted and the reading goes on as far as possible, if the reader is
  /// lenient. Whether that is new.
  boolean tolerate() {
    boolean changed = lenient && !tolerant;
    tolerant = lenient;
    return changed;
  }

  /// Whether an error occurred after which the elements read so far are kept.
  boolean stopped() {
    return stopped;
  }

  /// Whether all bytes were read, so that more bytes, if there are any, would help.
  boolean ranOut() {
    return ranOut;
  }

  /// Notes that the bytes end where an element may start.
  void reachedEnd() {
    ranOut = true;
  }

  /// Notes or throws that the bytes end inside `what`, which begins at `at` and needs `needed` from
  /// there.
  void truncated(String what, long at, long needed) throws DicomException {
    cut(what, at, needed);
    stopped = true;
  }

  /// The same for a sequence or an item whose beginning can still be read.
  void cut(String what, long at, long needed) throws DicomException {
    ranOut = true;
    damaged(
        "must be whole",
        "ends inside %s %s: %d bytes are needed from there, %d are left"
            .formatted(what, at(at), needed, Math.max(0, file.size() - at)),
        "copy or download it again, or read what is there leniently",
        at);
  }

  /// Notes that something is out of place.
  void misplaced(String must, String found, long at) throws DicomException {
    damaged(
        must + " " + at(at),
        found,
        "repair it with its maker's software, or read what is there leniently",
        at);
    stopped = true;
  }

  private void damaged(String rule, String found, String remedy, long at) throws DicomException {
    if (!tolerant) {
      // Inflated data has no bytes in the file to point at.
      long offset = where.isEmpty() ? at : Failure.NO_OFFSET;
      throw new DicomException(Failure.Kind.DAMAGED, rule, found, remedy, offset);
    }
    if (!stopped && !damageNoted) {
      damageNoted = true;
      note(() -> "Damaged: it " + rule + ", but " + found + "; what is there is read.");
    }
  }

  /// Counts an element or item; it stops a small file that expands into millions of them.
  void count() throws DicomException {
    if (elementsLeft-- <= 0) {
      throw new DicomException(
          "must have no more elements than its size allows",
          "unpacks into more than 1,048,576 of them",
          "do not trust it");
    }
  }

  /// Throws if sequences are nested more deeply than in any valid file.
  void checkDepth(ParseContext context, long at) throws DicomException {
    if (context.depth() > DEEPEST) {
      throw new DicomException(
          "must nest at most " + DEEPEST + " sequences",
          "has one more " + at(at),
          "do not trust it");
    }
  }
}
