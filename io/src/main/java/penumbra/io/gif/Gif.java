package penumbra.io.gif;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import penumbra.core.DType;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;
import penumbra.io.format.AtomicFiles;

/// Writes animated GIF that loops for ever.
///
/// ```
/// Gif.write(AnimationFrames.fit(pictures, 512), 1, Path.of("first-ten.gif"));
/// ```
///
/// Frames are `UINT8` arrays of one size, (height, width) grey or (height, width, 3) RGB. Grey is
/// kept exactly, and so is a colour frame of at most 256 colours; any other gets the 256 colours
/// that suit it best. GIF counts time in 1/100 s: if the rate does not fit, delays alternate so
/// that frame n still starts at n / rate. The same frames give the same bytes.
public final class Gif {
  /// Above it browsers play slower, not faster: they take delays under 2/100 s for 10/100 s.
  public static final double MAX_FRAMES_PER_SECOND = 50;

  /// Below it a delay would not fit in the format's 16 bits.
  public static final double MIN_FRAMES_PER_SECOND = 0.002;

  private static final int GREY_TABLE = 0xF7;
  private static final int MAX_LENGTH = 65535;

  private Gif() {}

  /// Writes all frames or nothing.
  public static void write(List<NdArray> frames, double framesPerSecond, Path file)
      throws IOException {
    AtomicFiles.write(file, encode(frames, framesPerSecond));
  }

  /// The bytes of a GIF file that plays `frames`.
  public static byte[] encode(List<NdArray> frames, double framesPerSecond) {
    check(frames, framesPerSecond);
    var out = new ByteArrayOutputStream();
    int height = frames.getFirst().length(0);
    int width = frames.getFirst().length(1);
    text(out, "GIF89a");
    pair(out, width);
    pair(out, height);
    out.writeBytes(new byte[] {(byte) GREY_TABLE, 0, 0});
    out.writeBytes(greys());
    out.writeBytes(new byte[] {0x21, (byte) 0xFF, 11});
    text(out, "NETSCAPE2.0");
    out.writeBytes(new byte[] {3, 1, 0, 0, 0});
    for (int i = 0; i < frames.size(); i++) {
      long start = Math.round(100 * i / framesPerSecond);
      long end = Math.round(100 * (i + 1) / framesPerSecond);
      out.writeBytes(new byte[] {0x21, (byte) 0xF9, 4, 4});
      pair(out, (int) (end - start));
      out.writeBytes(new byte[2]);
      frame(out, frames.get(i));
    }
    out.write(0x3B);
    return out.toByteArray();
  }

  private static void check(List<NdArray> frames, double framesPerSecond) {
    InvalidInputException.require(
        framesPerSecond >= MIN_FRAMES_PER_SECOND && framesPerSecond <= MAX_FRAMES_PER_SECOND,
        "the frames per second of a GIF",
        "must be from " + MIN_FRAMES_PER_SECOND + " to " + MAX_FRAMES_PER_SECOND,
        framesPerSecond,
        "1 shows each picture for a second");
    InvalidInputException.require(
        !frames.isEmpty(), "a GIF", "must have a frame", "empty", "give at least one picture");
    for (NdArray frame : frames) {
      boolean picture = frame.rank() == 2 || (frame.rank() == 3 && frame.length(2) == 3);
      InvalidInputException.require(
          picture && frame.type() == DType.UINT8 && frame.size() > 0,
          "a frame of a GIF",
          "must be (height, width) or (height, width, 3) uint8",
          frame,
          "normalise it to 0..255 or apply a colormap");
      int[] size = Arrays.copyOf(frame.shape(), 2);
      int[] first = Arrays.copyOf(frames.getFirst().shape(), 2);
      if (!Arrays.equals(size, first)) {
        throw InvalidInputException.of(
            "the frames of a GIF",
            "must all have the first one's size " + NdArray.describe(first),
            NdArray.describe(size),
            "bring them to one size with Frames.fit");
      }
      if (!(size[0] <= MAX_LENGTH && size[1] <= MAX_LENGTH)) {
        throw InvalidInputException.of(
            "the sides of a GIF",
            "must be at most " + MAX_LENGTH,
            NdArray.describe(size),
            "make the frames smaller with Frames.fit");
      }
    }
  }

  private static byte[] greys() {
    byte[] table = new byte[3 * 256];
    for (int i = 0; i < table.length; i++) {
      table[i] = (byte) (i / 3);
    }
    return table;
  }

  private static void frame(ByteArrayOutputStream out, NdArray frame) {
    out.writeBytes(new byte[] {0x2C, 0, 0, 0, 0});
    pair(out, frame.length(1));
    pair(out, frame.length(0));
    if (frame.rank() == 2) {
      out.write(0);
      GifLzw.encode(frame.toBytes(), 8, out);
      return;
    }
    GifPalette palette = GifPalette.of(frame.toBytes());
    int bits = palette.bits();
    out.write(0x80 | (bits - 1));
    out.writeBytes(Arrays.copyOf(palette.colours(), 3 << bits));
    GifLzw.encode(palette.indices(), Math.max(2, bits), out);
  }

  private static void text(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static void pair(ByteArrayOutputStream out, int value) {
    out.write(value);
    out.write(value >> 8);
  }
}
