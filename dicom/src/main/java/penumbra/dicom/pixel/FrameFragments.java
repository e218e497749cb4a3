package penumbra.dicom.pixel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import penumbra.core.Failure;
import penumbra.dicom.DicomException;
import penumbra.dicom.TransferSyntax;
import penumbra.dicom.Value.Fragments;

/// Assigns the fragments of compressed pixel data to frames, PS3.5 annex A.4: by the extended
/// offset table, or by the basic one. If these are empty or wrong, each fragment is a frame, or the
/// codecs' end markers separate the frames.
///
/// @param starts the fragment with which each frame starts
/// @param step how that was found out, where it is worth a word
record FrameFragments(List<Integer> starts, Optional<String> step) {
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfByte BYTE = ValueLayout.JAVA_BYTE;
  private static final int ITEM_HEADER = 8;
  private static final int MAX_PADDING = 16;

  static FrameFragments find(
      Fragments pixels, Optional<MemorySegment> extended, TransferSyntax syntax, int frames)
      throws DicomException {
    int fragments = pixels.fragments().size();
    if (fragments < frames) {
      throw new DicomException(
          Failure.Kind.DAMAGED,
          "must have a fragment of coded pixel data for each of its " + frames + " frames",
          "has " + fragments,
          "copy it again from its source, or read what is there leniently");
    }
    boolean table = pixels.offsets().byteSize() > 0;
    return all(pixels, extended, syntax, frames)
        .orElseThrow(() ->
            new DicomException(
                "must say which of its "
                    + fragments
                    + " fragments make up its "
                    + frames
                    + " frames",
                "has " + (table ? "a wrong" : "no") + " offset table",
                "ask its maker to add one"));
  }

  /// How many frames there are, whatever the data set says: as many as the offset table has
  /// entries, or as end markers part, if these are more; of RLE, a fragment is a frame. 0 if there
  /// are no fragments.
  static int count(Fragments pixels, Optional<MemorySegment> extended, TransferSyntax syntax) {
    if (syntax == TransferSyntax.RLE_LOSSLESS) {
      return pixels.fragments().size();
    }
    long entries =
        Math.max(
            pixels.offsets().byteSize() / Integer.BYTES,
            extended.map(MemorySegment::byteSize).orElse(0L) / Long.BYTES);
    int told = (int) Math.min(entries, pixels.fragments().size());
    int ends = byEnds(pixels, syntax).size();
    return byTables(pixels, extended, told).size() == told ? Math.max(told, ends) : ends;
  }

  /// Whether the last frame is whole, as far as can be seen: it has an end marker, or needs none.
  static boolean endsWhole(Fragments pixels, TransferSyntax syntax) {
    return !pixels.fragments().isEmpty()
        && (syntax == TransferSyntax.RLE_LOSSLESS || ends(pixels.fragments().getLast()));
  }

  /// A coded frame without zeros before its first marker, SOI or SOC; RLE and JP2 files keep
  /// theirs.
  static byte[] withoutZeros(byte[] coded) {
    int at = 0;
    while (at < coded.length && coded[at] == 0) {
      at++;
    }
    boolean starts =
        at + 1 < coded.length
            && coded[at] == (byte) 0xFF
            && (coded[at + 1] == (byte) 0xD8 || coded[at + 1] == 0x4F);
    return at > 0 && starts ? Arrays.copyOfRange(coded, at, coded.length) : coded;
  }

  private static Optional<FrameFragments> all(
      Fragments pixels, Optional<MemorySegment> extended, TransferSyntax syntax, int frames) {
    if (frames == 1) {
      return Optional.of(new FrameFragments(List.of(0), Optional.empty()));
    }
    List<Integer> starts = byTables(pixels, extended, frames);
    Optional<String> step = Optional.empty();
    if (starts.size() < frames) {
      boolean wrong = pixels.offsets().byteSize() > 0;
      step = wrong ? Optional.of("Ignored the basic offset table, which is wrong.") : step;
      starts = pixels.fragments().size() == frames ? each(frames) : byEnds(pixels, syntax);
    }
    return starts.size() == frames
        ? Optional.of(new FrameFragments(starts, step))
        : Optional.empty();
  }

  /// The same of pixel data that may end early: the frames that there are, the last of them perhaps
  /// cut off.
  static FrameFragments findSome(
      Fragments pixels, Optional<MemorySegment> extended, TransferSyntax syntax, int frames)
      throws DicomException {
    int fragments = pixels.fragments().size();
    if (fragments >= frames) {
      Optional<FrameFragments> whole = all(pixels, extended, syntax, frames);
      if (whole.isPresent()) {
        return whole.get();
      }
    }
    List<Integer> starts = byTables(pixels, extended, frames);
    if (starts.isEmpty()) {
      List<Integer> ends = byEnds(pixels, syntax);
      starts = ends.size() < 2 && fragments < frames ? each(fragments) : ends;
    }
    if (starts.isEmpty() || starts.size() > frames) {
      return find(pixels, extended, syntax, frames);
    }
    return new FrameFragments(
        starts,
        Optional.of(
            "Found %d of %d frames, the last of them perhaps cut off."
                .formatted(starts.size(), frames)));
  }

  private static List<Integer> each(int frames) {
    return IntStream.range(0, frames).boxed().toList();
  }

  /// The starts of the first frames, by whichever table tells more of them.
  private static List<Integer> byTables(
      Fragments pixels, Optional<MemorySegment> extended, int frames) {
    List<Integer> basic = byTable(pixels, pixels.offsets(), Integer.BYTES, frames);
    List<Integer> longer =
        extended.map(table -> byTable(pixels, table, Long.BYTES, frames)).orElse(List.of());
    return longer.isEmpty() || longer.size() < basic.size() ? basic : longer;
  }

  /// The fragments at which the offsets point, up to the first that points at none, or does not
  /// rise.
  private static List<Integer> byTable(
      Fragments pixels, MemorySegment table, int bytes, int frames) {
    List<Integer> starts = new ArrayList<>();
    int fragment = 0;
    long at = 0;
    long told = Math.min(frames, table.byteSize() / bytes);
    for (int frame = 0; frame < told; frame++) {
      long offset =
          bytes == Long.BYTES
              ? table.get(LONG, (long) frame * bytes)
              : table.get(INT, (long) frame * bytes) & 0xFFFFFFFFL;
      while (fragment < pixels.fragments().size() && at < offset) {
        at += ITEM_HEADER + pixels.fragments().get(fragment).byteSize();
        fragment++;
      }
      boolean rises = starts.isEmpty() ? fragment == 0 : fragment > starts.getLast();
      if (at != offset || !rises || fragment == pixels.fragments().size()) {
        return starts;
      }
      starts.add(fragment);
    }
    return starts;
  }

  /// A frame starts behind each fragment that ends with the marker FFD9, which JPEG, JPEG-LS and
  /// JPEG 2000 share; RLE has none.
  private static List<Integer> byEnds(Fragments pixels, TransferSyntax syntax) {
    if (syntax == TransferSyntax.RLE_LOSSLESS || pixels.fragments().isEmpty()) {
      return List.of();
    }
    List<Integer> starts = new ArrayList<>(List.of(0));
    for (int i = 0; i + 1 < pixels.fragments().size(); i++) {
      if (ends(pixels.fragments().get(i))) {
        starts.add(i + 1);
      }
    }
    return starts;
  }

  private static boolean ends(MemorySegment fragment) {
    long last = fragment.byteSize();
    long first = Math.max(2, last - MAX_PADDING);
    while (last > first && fragment.get(BYTE, last - 1) == 0) {
      last--;
    }
    return last >= 2
        && fragment.get(BYTE, last - 2) == (byte) 0xFF
        && fragment.get(BYTE, last - 1) == (byte) 0xD9;
  }

  /// The coded bytes of one frame.
  byte[] join(Fragments pixels, int frame) throws DicomException {
    if (frame >= starts.size()) {
      throw new DicomException(
          Failure.Kind.NO_SUCH_FRAME,
          "must have the frame " + (frame + 1) + " that is asked for",
          "ends in frame " + starts.size(),
          "choose one before the damage");
    }
    int from = starts.get(frame);
    int to = frame + 1 < starts.size() ? starts.get(frame + 1) : pixels.fragments().size();
    List<MemorySegment> parts = pixels.fragments().subList(from, to);
    long length = parts.stream().mapToLong(MemorySegment::byteSize).sum();
    if (length > Integer.MAX_VALUE - 8) {
      throw new DicomException(
          "must have fewer than 2^31 coded bytes a frame",
          "has " + length,
          "convert it with another tool first");
    }
    byte[] coded = new byte[(int) length];
    int at = 0;
    for (MemorySegment part : parts) {
      MemorySegment.copy(part, BYTE, 0, coded, at, (int) part.byteSize());
      at += (int) part.byteSize();
    }
    return coded;
  }
}
