package penumbra.io.pixel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import penumbra.io.format.FileSignatures;
import penumbra.io.format.ReadingNotes;

/// The orientation that cameras and scanners write beside a picture. It is told, and not applied:
/// the pixels are those of the file, in its rows and columns.
///
/// ```
/// Orientation.tell("EXIF", Orientation.ofExif(bytes), steps);
/// // Note: EXIF orientation 6 not applied; upright, the picture is turned by 90 degrees clockwise.
/// ```
public final class Orientation {
  /// The tag of TIFF, and of EXIF, which is laid out as TIFF is.
  public static final int TAG = 274;

  private static final String MARK = " not applied;";
  private static final int UPRIGHT = 1;
  private static final int ENTRY = 12;
  private static final int SHORT = 3;

  private Orientation() {}

  /// The orientation, from 1 to 8, that EXIF data names in its first directory; 1, which is
  /// upright, if it names none.
  public static int ofExif(byte[] exif) {
    boolean little = FileSignatures.starts(exif, 0, "II*\0");
    if (!little && !FileSignatures.starts(exif, 0, "MM\0*")) {
      return UPRIGHT;
    }
    ByteBuffer tags =
        ByteBuffer.wrap(exif).order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    if (exif.length < 8) {
      return UPRIGHT;
    }
    long first = tags.getInt(4) & 0xFFFFFFFFL;
    if (first > exif.length - 2) {
      return UPRIGHT;
    }
    int count = tags.getShort((int) first) & 0xFFFF;
    for (int i = 0; i < count; i++) {
      long at = first + 2 + (long) i * ENTRY;
      if (at > exif.length - ENTRY) {
        return UPRIGHT;
      }
      if ((tags.getShort((int) at) & 0xFFFF) == TAG) {
        boolean isShort = tags.getShort((int) at + 2) == SHORT;
        return isShort ? tags.getShort((int) at + 8) & 0xFFFF : UPRIGHT;
      }
    }
    return UPRIGHT;
  }

  /// The line about an orientation among the steps of a picture, if there is one.
  public static Optional<String> among(List<String> steps) {
    return ReadingNotes.among(steps).stream().filter(note -> note.contains(MARK)).findFirst();
  }

  /// Adds a line about an orientation other than upright; numbers above 8 mean nothing.
  ///
  /// @param where it stands: `EXIF` or `TIFF`
  public static void tell(String where, long orientation, List<String> steps) {
    String turn =
        switch ((int) Math.clamp(orientation, 0L, 9L)) {
          case 2 -> "mirrored left to right";
          case 3 -> "turned by 180 degrees";
          case 4 -> "mirrored top to bottom";
          case 5 -> "mirrored left to right and turned by 270 degrees clockwise";
          case 6 -> "turned by 90 degrees clockwise";
          case 7 -> "mirrored left to right and turned by 90 degrees clockwise";
          case 8 -> "turned by 270 degrees clockwise";
          default -> "";
        };
    if (!turn.isEmpty()) {
      steps.add(
          ReadingNotes.of(
              where
                  + " orientation "
                  + orientation
                  + MARK
                  + " upright, the picture is "
                  + turn
                  + "."));
    }
  }
}
