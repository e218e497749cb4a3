package penumbra.dicom.pixel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import penumbra.dicom.DicomException;
import penumbra.dicom.TransferSyntax;
import penumbra.dicom.Value.Fragments;

/// Finds out which fragments of coded pixel data make up which frame, PS3.5 annex A.4: by the
/// extended offset table, by the basic one, or, where they are empty or wrong, because each
/// fragment is a frame, or by the markers that codecs end a frame with.
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
          "must have a fragment of coded pixel data for each of its " + frames + " frames",
          "has " + fragments,
          "copy it again from its source");
    }
    if (frames == 1) {
      return new FrameFragments(List.of(0), Optional.empty());
    }
    Optional<List<Integer>> starts =
        extended.flatMap(table -> byTable(pixels, table, Long.BYTES, frames));
    if (starts.isEmpty()) {
      starts = byTable(pixels, pixels.offsets(), Integer.BYTES, frames);
    }
    boolean wrong = starts.isEmpty() && pixels.offsets().byteSize() > 0;
    String step = wrong ? "Left the basic offset table aside, which is wrong." : null;
    if (starts.isEmpty() && fragments == frames) {
      starts = Optional.of(java.util.stream.IntStream.range(0, frames).boxed().toList());
    }
    if (starts.isEmpty() && syntax != TransferSyntax.RLE_LOSSLESS) {
      starts = byEnds(pixels, frames);
    }
    return new FrameFragments(
        starts.orElseThrow(() ->
            new DicomException(
                "must say which of its "
                    + fragments
                    + " fragments make up its "
                    + frames
                    + " frames",
                "has " + (wrong ? "a wrong" : "no") + " offset table",
                "have its maker add one")),
        Optional.ofNullable(step));
  }

  /// The fragment at which each offset points, if each of as many as there are frames points at one
  /// and they rise.
  private static Optional<List<Integer>> byTable(
      Fragments pixels, MemorySegment table, int bytes, int frames) {
    if (table.byteSize() < (long) frames * bytes) {
      return Optional.empty();
    }
    List<Integer> starts = new ArrayList<>();
    int fragment = 0;
    long at = 0;
    for (int frame = 0; frame < frames; frame++) {
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
        return Optional.empty();
      }
      starts.add(fragment);
    }
    return Optional.of(starts);
  }

  /// A frame starts behind each fragment that ends with the marker FFD9, which JPEG, JPEG-LS and
  /// JPEG 2000 share, if that gives as many frames as there are.
  private static Optional<List<Integer>> byEnds(Fragments pixels, int frames) {
    List<Integer> starts = new ArrayList<>(List.of(0));
    for (int i = 0; i + 1 < pixels.fragments().size(); i++) {
      if (ends(pixels.fragments().get(i))) {
        starts.add(i + 1);
      }
    }
    return starts.size() == frames ? Optional.of(starts) : Optional.empty();
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
