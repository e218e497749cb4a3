package penumbra.io.jpeg;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import penumbra.io.format.Inputs;
import penumbra.io.format.ReadingNotes;
import penumbra.io.format.UnreadableFileException;
import penumbra.io.pixel.Orientation;

/// The marker segments of a JPEG file, checked for completeness. It also makes a copy without
/// application segments and comments, because only the coded samples may affect the pixels.
final class JpegSegments {
  private static final int START = 0xD8;
  private static final int END = 0xD9;
  private static final int SCAN = 0xDA;
  private static final int RESTART_INTERVAL = 0xDD;
  private static final int MOST_BLOCKS = 65535;
  private static final int APPLICATION_0 = 0xE0;
  private static final int APPLICATION_1 = 0xE1;
  private static final int APPLICATION_14 = 0xEE;
  private static final String EXIF = "Exif\0\0";
  private static final int COMMENT = 0xFE;

  /// Encoders write about ten; each scan, even one of a few bytes, goes through the whole picture.
  private static final int MAX_SCANS = 100;

  /// The colour space of the components.
  enum Colour {
    GREY("grey"),
    YCBCR("YCbCr colour"),
    RGB("RGB"),
    CMYK("CMYK"),
    YCCK("YCCK");

    private final String label;

    Colour(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  private final Path file;
  private final byte[] bytes;
  private final ByteArrayOutputStream bare = new ByteArrayOutputStream();
  private int frame;
  private int scans;
  private int scanInBare;
  private boolean restarts;
  private boolean jfif;
  private int adobeTransform = -1;
  private int orientation = 1;
  private final boolean lenient;
  private final List<String> damage = new ArrayList<>();

  private JpegSegments(Path file, byte[] bytes, boolean lenient) {
    this.file = file;
    this.bytes = bytes;
    this.lenient = lenient;
  }

  /// Goes through the file after its first marker.
  static JpegSegments parse(Path file, byte[] bytes) throws UnreadableFileException {
    return parse(file, bytes, false);
  }

  /// The same; `lenient` takes a file that ends before its end marker, or has bytes between its
  /// segments that belong to none.
  static JpegSegments parse(Path file, byte[] bytes, boolean lenient)
      throws UnreadableFileException {
    var segments = new JpegSegments(file, bytes, lenient);
    segments.walk();
    return segments;
  }

  private void walk() throws UnreadableFileException {
    int at = 0;
    int marker = START;
    int strangers = 0;
    while (marker != END) {
      int from = at;
      boolean coded = marker == SCAN;
      at = nextMarker(at);
      if (lenient && scans > 0 && isCutOff(at)) {
        endHere(coded ? from : at, at);
        break;
      }
      marker = unsigned(at + 1);
      int next = at + 2;
      boolean alone = marker == START || marker == END || marker == 1;
      if (!alone) {
        next += length(at);
        require(next <= bytes.length);
        note(marker, at);
      }
      boolean keep = !(marker >= APPLICATION_0 && marker < 0xF0) && marker != COMMENT;
      if (coded || !lenient) {
        bare.write(bytes, from, at - from);
      } else {
        strangers += at - from;
      }
      scanInBare = marker == SCAN ? bare.size() : scanInBare;
      if (keep) {
        bare.write(bytes, at, next - at);
      }
      at = next;
    }
    if (frame == 0) {
      throw UnreadableFileException.of(
          file, "must be a sound JPEG", "has no frame header", Inputs.COPY_AGAIN);
    }
    if (strangers > 0) {
      damage.add(
          ReadingNotes.of(
              "Passed over " + strangers + " bytes between its segments that belong to none."));
    }
  }

  /// Whether there is no marker at `at`, or a segment that the file does not hold whole.
  private boolean isCutOff(int at) {
    if (at + 1 >= bytes.length) {
      return true;
    }
    int marker = unsigned(at + 1);
    boolean alone = marker == START || marker == END || marker == 1;
    return !alone && (at + 4 > bytes.length || at + 2 + pair(at + 2) > bytes.length);
  }

  /// Ends the picture with the coded data from `from` to `at`.
  private void endHere(int from, int at) {
    // A lone FF at the end is half a marker.
    int end = at == bytes.length && at > from && unsigned(at - 1) == 0xFF ? at - 1 : at;
    bare.write(bytes, from, end - from);
    bare.write(0xFF);
    bare.write(END);
    damage.add(
        ReadingNotes.of(
            "The file ends before its end marker; the decoder fills in what is missing."));
  }

  /// The position of the next marker from `at` on; coded data and fill bytes are skipped.
  private int nextMarker(int at) throws UnreadableFileException {
    int place = at;
    while (true) {
      if (lenient && scans > 0 && place + 1 >= bytes.length) {
        return bytes.length;
      }
      require(place + 1 < bytes.length);
      int code = unsigned(place + 1);
      boolean restart = code >= 0xD0 && code <= 0xD7;
      if (unsigned(place) == 0xFF && code != 0 && code != 0xFF && !restart) {
        return place;
      }
      place++;
    }
  }

  private int length(int at) throws UnreadableFileException {
    require(at + 4 <= bytes.length);
    return pair(at + 2);
  }

  private void require(boolean there) throws UnreadableFileException {
    if (!there) {
      throw UnreadableFileException.of(
          file, "must be whole", "ends before its end marker", Inputs.COPY_AGAIN);
    }
  }

  private void note(int marker, int at) throws UnreadableFileException {
    boolean isFrame = marker == 0xC0 || (marker > 0xC0 && marker <= 0xCF && marker % 4 != 0);
    if (isFrame && frame == 0) {
      frame = at;
      checkFrame(marker, at);
    } else if (marker == APPLICATION_0 && holds(at, "JFIF\0")) {
      jfif = true;
    } else if (marker == APPLICATION_1 && orientation == 1 && holds(at, EXIF)) {
      int first = at + 4 + EXIF.length();
      orientation = Orientation.ofExif(Arrays.copyOfRange(bytes, first, at + 2 + pair(at + 2)));
    } else if (marker == RESTART_INTERVAL) {
      restarts = true;
    } else if (marker == APPLICATION_14 && holds(at, "Adobe") && pair(at + 2) >= 14) {
      adobeTransform = unsigned(at + 15);
    } else if (marker == SCAN && frame == 0) {
      throw UnreadableFileException.of(
          file, "must be a sound JPEG", "has no frame header", Inputs.COPY_AGAIN);
    } else if (marker == SCAN && ++scans > MAX_SCANS) {
      throw UnreadableFileException.of(
          file,
          "must have at most " + MAX_SCANS + " scans",
          "has more",
          "convert it to PNG with a tool that reads it");
    }
  }

  private void checkFrame(int marker, int at) throws UnreadableFileException {
    boolean sized = pair(at + 2) >= 8;
    int components = sized ? unsigned(at + 9) : 0;
    int bits = sized ? unsigned(at + 4) : 0;
    String found = "";
    if (marker > 0xC2) {
      String name = String.format(Locale.ROOT, "SOF%d", marker - 0xC0);
      found = "is a lossless, hierarchical or arithmetic-coded JPEG (" + name + ")";
    } else if (!sized) {
      found = "has a frame header that gives no size";
    } else if (bits != 8) {
      found = "is a JPEG of " + bits + " bits";
    } else if (components != 1 && components != 3 && components != 4) {
      found = "has " + components + " components";
    } else if (pair(at + 2) != 8 + 3 * components || height() == 0 || width() == 0) {
      found = "has a frame header that gives no size";
    }
    if (!found.isEmpty()) {
      throw UnreadableFileException.of(
          file,
          "must be an 8-bit baseline or progressive JPEG of 1, 3 or 4 components",
          found,
          "convert it to PNG with a tool that reads it");
    }
  }

  private boolean holds(int at, String name) {
    int length = Math.min(name.length(), pair(at + 2) - 2);
    return name.equals(new String(bytes, at + 4, Math.max(0, length), StandardCharsets.ISO_8859_1));
  }

  private int unsigned(int at) {
    return bytes[at] & 0xFF;
  }

  private int pair(int at) {
    return unsigned(at) << 8 | unsigned(at + 1);
  }

  int height() {
    return pair(frame + 5);
  }

  int width() {
    return pair(frame + 7);
  }

  int components() {
    return unsigned(frame + 9);
  }

  /// Whether the file comes from Adobe software, which stores CMYK as 255 - ink.
  boolean adobe() {
    return adobeTransform >= 0;
  }

  /// The orientation in its EXIF data, 1 if there is none.
  int orientation() {
    return orientation;
  }

  /// What is wrong with the file and was taken leniently, in sentences.
  List<String> damage() {
    return List.copyOf(damage);
  }

  /// The rules of the IJG's library: markers first, then the components' names.
  Colour colour() {
    return switch (components()) {
      case 1 -> Colour.GREY;
      case 3 -> {
        boolean named =
            unsigned(frame + 10) == 'R'
                && unsigned(frame + 13) == 'G'
                && unsigned(frame + 16) == 'B';
        boolean rgb = !jfif && (adobe() ? adobeTransform == 0 : named);
        yield rgb ? Colour.RGB : Colour.YCBCR;
      }
      default -> adobeTransform == 2 ? Colour.YCCK : Colour.CMYK;
    };
  }

  /// Whether it is of the simple kind that is usual in data sets: one component, in one baseline or
  /// extended scan of at most 65535 blocks, without restart markers.
  boolean isPlainGrey() {
    long blocks = (height() + 7) / 8 * ((width() + 7) / 8L);
    return components() == 1
        && unsigned(frame + 1) <= 0xC1
        && scans == 1
        && !restarts
        && blocks <= MOST_BLOCKS;
  }

  /// The file from [#bare], with a restart interval that is longer than its scan and therefore
  /// changes no sample. libjpeg-turbo decodes such scans with its careful reader of Huffman codes.
  /// Its other reader is hardly faster, and accepts invalid codes without a warning.
  byte[] withUnusedRestarts() {
    byte[] before = bare.toByteArray();
    byte[] interval = {(byte) 0xFF, (byte) RESTART_INTERVAL, 0, 4, (byte) 0xFF, (byte) 0xFF};
    byte[] file = new byte[before.length + interval.length];
    System.arraycopy(before, 0, file, 0, scanInBare);
    System.arraycopy(interval, 0, file, scanInBare, interval.length);
    int behind = scanInBare + interval.length;
    System.arraycopy(before, scanInBare, file, behind, before.length - scanInBare);
    return file;
  }

  /// The file without application segments and comments, up to its end marker.
  byte[] bare() {
    return bare.toByteArray();
  }
}
