package penumbra.imaging;

import static penumbra.core.InvalidInputException.require;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import penumbra.catalogue.Numbers;
import penumbra.core.Execution;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;
import penumbra.io.gif.AnimationFrames;
import penumbra.io.gif.Gif;

/// Pictures one after the other, as an animated GIF.
///
/// ```
/// new Animation(1, 512).write(pictures, Path.of("first-ten.gif"), execution);
/// ```
///
/// @param framesPerSecond how fast
/// @param maxSide the longest side of the animation in pixels; larger pictures are scaled down
public record Animation(double framesPerSecond, int maxSide) {
  public Animation {
    if (!(framesPerSecond >= Gif.MIN_FRAMES_PER_SECOND
        && framesPerSecond <= Gif.MAX_FRAMES_PER_SECOND)) {
      throw InvalidInputException.of(
          "fps",
          "must lie in "
              + Numbers.text(Gif.MIN_FRAMES_PER_SECOND)
              + ".."
              + Numbers.text(Gif.MAX_FRAMES_PER_SECOND),
          Numbers.text(framesPerSecond),
          "1 shows each picture for a second");
    }
    require(maxSide >= 1, "max-side", "must be at least 1", maxSide, "give 512 for instance");
  }

  /// Writes the pictures, centred on black if their shapes differ. 16-bit ones and arrays are
  /// scaled from their range to 0..255.
  public void write(List<NdArray> pictures, Path file, Execution execution) throws IOException {
    require(!pictures.isEmpty(), "an animation", "must have a picture", "empty", "name an image");
    List<NdArray> frames = new ArrayList<>();
    for (NdArray picture : pictures) {
      frames.add(Display.standard().show(picture, false, execution).picture());
    }
    Gif.write(AnimationFrames.fit(frames, maxSide), framesPerSecond, file);
  }
}
