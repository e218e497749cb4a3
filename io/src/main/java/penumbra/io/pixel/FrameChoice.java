package penumbra.io.pixel;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import penumbra.core.NdArray;
import penumbra.io.format.ReadOptions;
import penumbra.io.format.UnreadableFileException;

/// Selects one picture from a file that may hold several.
public final class FrameChoice {
  private FrameChoice() {}

  /// The index, from 0, of the requested frame among `frames`.
  public static int index(Path file, OptionalInt frame, int frames) throws UnreadableFileException {
    int asked = frame.orElse(1);
    if (asked > frames) {
      throw UnreadableFileException.of(
          file,
          "must have the frame " + asked + " that is asked for",
          "has " + frames,
          frames == 1 ? "leave the frame out" : "name one from 1 to " + frames);
    }
    return asked - 1;
  }

  /// The requested picture of an array; colours are one picture.
  public static NdArray of(Path file, NdArray pixels, ReadOptions options, List<String> steps)
      throws UnreadableFileException {
    if (options.colours() && pixels.rank() == 3) {
      index(file, options.frame(), 1);
      return pixels;
    }
    return of(file, pixels, options.frame(), steps);
  }

  /// The requested picture of an array whose last two axes are pictures; the array itself without a
  /// request.
  public static NdArray of(Path file, NdArray pixels, OptionalInt frame, List<String> steps)
      throws UnreadableFileException {
    if (frame.isEmpty()) {
      return pixels;
    }
    if (pixels.rank() < 2 || pixels.size() == 0) {
      throw UnreadableFileException.of(
          file, "must hold pictures for a frame of it", "holds " + pixels, "leave the frame out");
    }
    int[] shape = pixels.shape();
    int height = shape[shape.length - 2];
    int width = shape[shape.length - 1];
    int frames = (int) Math.min(Integer.MAX_VALUE, pixels.size() / height / width);
    int index = index(file, frame, frames);
    if (frames > 1) {
      steps.add("Took frame " + (index + 1) + " of " + frames + ".");
    }
    long bytes = (long) height * width * pixels.type().bytes();
    MemorySegment one = pixels.segment().asSlice(index * bytes, bytes);
    return NdArray.of(pixels.type(), one, height, width);
  }
}
