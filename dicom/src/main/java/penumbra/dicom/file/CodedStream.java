package penumbra.dicom.file;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import penumbra.dicom.TransferSyntax;
import penumbra.dicom.codec.FrameCodec;

/// Recognises coded frames by their own bytes.
final class CodedStream {
  /// Behind as many bytes, no frame header stands in practice.
  private static final int FIRST_LOOK = 1 << 20;

  private static final int MARK = 0xFF;
  private static final int END = 0xD9;
  private static final int JPEG = 0xD8;
  private static final int JPEG_2000 = 0x4F;
  private static final int LONGEST_PADDING = 16;
  private static final int RUN_LENGTH_HEADER = 64;
  private static final int MOST_SEGMENTS = 15;
  private static final byte[] BOXES = {0, 0, 0, 12, 'j', 'P', ' ', ' '};

  private CodedStream() {}

  /// Whether a JPEG, JPEG-LS or JPEG 2000 stream begins with `bytes`.
  static boolean begins(MemorySegment bytes) {
    boolean marked = isMark(bytes, 0, JPEG) || isMark(bytes, 0, JPEG_2000);
    return (marked && u8(bytes, 2) == MARK) || beginsWithBoxes(bytes);
  }

  private static boolean beginsWithBoxes(MemorySegment bytes) {
    boolean same = bytes.byteSize() > BOXES.length;
    for (int i = 0; same && i < BOXES.length; i++) {
      same = u8(bytes, i) == BOXES[i];
    }
    return same;
  }

  /// The syntax of the stream that begins with `bytes`, if it is one.
  static Optional<TransferSyntax> syntax(MemorySegment bytes) {
    if (isRunLength(bytes)) {
      return Optional.of(TransferSyntax.RLE_LOSSLESS);
    }
    if (!begins(bytes)) {
      return Optional.empty();
    }
    long look = Math.min(bytes.byteSize(), FIRST_LOOK);
    FrameCodec codec = FrameCodec.of(bytes.asSlice(0, look).toArray(ValueLayout.JAVA_BYTE));
    return Optional.of(
        switch (codec) {
          case JPEG_BASELINE -> TransferSyntax.JPEG_BASELINE;
          case JPEG_LOSSLESS -> TransferSyntax.JPEG_LOSSLESS;
          case JPEG_LS -> TransferSyntax.JPEG_LS_NEAR_LOSSLESS;
          case JPEG_2000 -> TransferSyntax.JPEG_2000;
          default -> TransferSyntax.JPEG_EXTENDED;
        });
  }

  /// Whether the header of a run-length coded frame stands at the beginning: how many segments
  /// there are, and where each begins.
  static boolean isRunLength(MemorySegment bytes) {
    if (bytes.byteSize() <= RUN_LENGTH_HEADER) {
      return false;
    }
    FileBytes numbers = new FileBytes(bytes);
    long segments = numbers.u32(0, false);
    boolean sound = segments >= 1 && segments <= MOST_SEGMENTS && numbers.u32(4, false) == 64;
    long before = RUN_LENGTH_HEADER - 1;
    for (int i = 1; sound && i <= MOST_SEGMENTS; i++) {
      long at = numbers.u32(4L * i, false);
      sound = i <= segments ? at > before && at < bytes.byteSize() : at == 0;
      before = at;
    }
    return sound;
  }

  /// Whether `bytes` end with the mark that ends a stream, perhaps with zeros behind it.
  static boolean endsWhole(MemorySegment bytes) {
    long last = bytes.byteSize();
    long first = Math.max(2, last - LONGEST_PADDING);
    while (last > first && u8(bytes, last - 1) == 0) {
      last--;
    }
    return last >= 2 && isMark(bytes, last - 2, END);
  }

  /// How many of the bytes a stream takes, which must begin with them and end near their end,
  /// before a delimiter or a pad; -1 where it does not.
  static long wholeLength(MemorySegment bytes) {
    long least = Math.max(2, bytes.byteSize() - LONGEST_PADDING);
    for (long last = bytes.byteSize(); begins(bytes) && last >= least; last--) {
      if (isMark(bytes, last - 2, END)) {
        return last;
      }
    }
    return -1;
  }

  /// The streams that follow each other in `bytes`. One begins where another ends.
  static List<MemorySegment> split(MemorySegment bytes) {
    List<MemorySegment> streams = new ArrayList<>();
    long from = 0;
    for (long at = 2; at + 4 < bytes.byteSize(); at++) {
      if (!isMark(bytes, at - 2, END)) {
        continue;
      }
      long start = at + (u8(bytes, at) == 0 && !beginsWithBoxes(bytes.asSlice(at)) ? 1 : 0);
      if (begins(bytes.asSlice(start))) {
        streams.add(bytes.asSlice(from, start - from));
        from = start;
      }
    }
    streams.add(bytes.asSlice(from));
    return streams;
  }

  private static boolean isMark(MemorySegment bytes, long at, int code) {
    return u8(bytes, at) == MARK && u8(bytes, at + 1) == code;
  }

  private static int u8(MemorySegment bytes, long at) {
    return at < bytes.byteSize() ? bytes.get(ValueLayout.JAVA_BYTE, at) & 0xFF : -1;
  }
}
