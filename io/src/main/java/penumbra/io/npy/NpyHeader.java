package penumbra.io.npy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import penumbra.core.DType;
import penumbra.core.NdArray;
import penumbra.io.format.OneLine;
import penumbra.io.format.UnreadableFileException;

/// The dictionary in front of an NPY file's data.
///
/// @param descr NumPy's type string: `<f8`, `|u1`, ...
/// @param fortranOrder whether axis 0 runs fastest
/// @param shape axis 0 first
record NpyHeader(String descr, boolean fortranOrder, List<Integer> shape) {
  NpyHeader {
    shape = List.copyOf(shape);
  }

  static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

  /// Magic, version and length field of version 1.0.
  private static final int PREFIX = 10;

  private static final int ALIGNMENT = 64;

  /// NumPy leaves room to write a longer first axis in place: as many digits as 2^64 has, and one.
  private static final int GROWTH_DIGITS = 21;

  /// More bytes NumPy itself does not read unasked; a hostile header would keep a reader busy.
  static final int MAX_BYTES = 10_000;

  /// As many axes as NumPy allows.
  private static final int MAX_RANK = 64;

  private static final int LONGEST_QUOTE = 200;

  private static final Pattern DESCR =
      Pattern.compile("['\"]descr['\"]\\s*:\\s*(?:'([^']*)'|\"([^\"]*)\"|(\\[.*?\\]))");
  private static final Pattern ORDER =
      Pattern.compile("['\"]fortran_order['\"]\\s*:\\s*(True|False)");
  private static final Pattern SHAPE =
      Pattern.compile("['\"]shape['\"]\\s*:\\s*\\(([\\s\\dL,]*)\\)");

  /// Python reads no number with leading zeros; its second version wrote an L behind long ones.
  private static final Pattern LENGTH = Pattern.compile("(0|[1-9]\\d*)L?");

  /// The dictionary that stands in `text`.
  static NpyHeader parse(Path file, String text) throws UnreadableFileException {
    Matcher descr = DESCR.matcher(text);
    Matcher order = ORDER.matcher(text);
    Matcher shape = SHAPE.matcher(text);
    if (!descr.find() || !order.find() || !shape.find()) {
      throw UnreadableFileException.of(
          file,
          "must have an NPY header with descr, fortran_order and shape",
          "has " + OneLine.quote(text.strip(), LONGEST_QUOTE),
          "save it again with numpy.save");
    }
    String type = firstOf(descr.group(1), descr.group(2), descr.group(3));
    boolean fortran = "True".equals(order.group(1));
    return new NpyHeader(type, fortran, lengths(file, String.valueOf(shape.group(1))));
  }

  private static String firstOf(@Nullable String... groups) {
    for (String group : groups) {
      if (group != null) {
        return group;
      }
    }
    return "";
  }

  private static List<Integer> lengths(Path file, String text) throws UnreadableFileException {
    List<Integer> shape = new ArrayList<>();
    long size = 1;
    try {
      for (String part : parts(file, text)) {
        int length = Integer.parseInt(part);
        shape.add(length);
        size = Math.multiplyExact(size, Math.max(1, length));
      }
      Math.multiplyExact(size, Long.BYTES);
    } catch (NumberFormatException | ArithmeticException tooLarge) {
      throw UnreadableFileException.of(
          file,
          "must have axes shorter than 2^31 and fewer than 2^60 elements",
          "has shape " + OneLine.quote("(" + text.strip() + ")", LONGEST_QUOTE),
          "split it into smaller arrays",
          tooLarge);
    }
    return shape;
  }

  /// The numbers of a Python tuple: `` or `3,` or `3, 4` or `3, 4,`. A damaged one must not be read
  /// as another shape.
  private static List<String> parts(Path file, String text) throws UnreadableFileException {
    if (text.isBlank()) {
      return List.of();
    }
    List<String> parts = new ArrayList<>(Arrays.asList(text.split(",", -1)));
    boolean sound = parts.size() > 1;
    if (parts.getLast().isBlank()) {
      parts.removeLast();
    }
    List<String> numbers = new ArrayList<>();
    for (String part : parts) {
      Matcher length = LENGTH.matcher(part.strip());
      sound &= length.matches();
      numbers.add(sound ? length.group(1) : "");
    }
    if (!sound || numbers.size() > MAX_RANK) {
      throw UnreadableFileException.of(
          file,
          "must have a tuple of up to " + MAX_RANK + " lengths as its shape",
          sound
              ? "has " + numbers.size()
              : "has " + OneLine.quote("(" + text.strip() + ")", LONGEST_QUOTE),
          "save it again with numpy.save");
    }
    return numbers;
  }

  /// The element type; booleans are read as `UINT8` 0 and 1.
  DType type(Path file) throws UnreadableFileException {
    String kind = descr.replaceFirst("^[<>|=]", "");
    return switch (kind) {
      case "b1", "u1" -> DType.UINT8;
      case "i1" -> DType.INT8;
      case "u2" -> DType.UINT16;
      case "i2" -> DType.INT16;
      case "u4" -> DType.UINT32;
      case "i4" -> DType.INT32;
      case "i8" -> DType.INT64;
      case "f2" -> DType.FLOAT16;
      case "f4" -> DType.FLOAT32;
      case "f8" -> DType.FLOAT64;
      default ->
          throw UnreadableFileException.of(
              file,
              "must hold bool, uint8, int8, uint16, int16, uint32, int32, int64, float16, float32"
                  + " or float64",
              "holds " + OneLine.quote(descr, LONGEST_QUOTE),
              "convert it with numpy.ndarray.astype and save it again");
    };
  }

  /// Whether the most significant byte of an element comes first.
  boolean bigEndian() {
    return descr.startsWith(">");
  }

  /// Magic, version, length and dictionary for `array`, byte for byte as NumPy writes them.
  static byte[] encode(NdArray array) {
    StringBuilder text = new StringBuilder(2 * ALIGNMENT);
    text.append("{'descr': '").append(descrOf(array.type()));
    text.append("', 'fortran_order': False, 'shape': ").append(NdArray.describe(array.shape()));
    text.append(", }");
    if (array.rank() > 0) {
      text.repeat(' ', GROWTH_DIGITS - Integer.toString(array.length(0)).length());
    }
    // NumPy adds a whole block of spaces where the text is aligned without any.
    text.repeat(' ', ALIGNMENT - (PREFIX + text.length() + 1) % ALIGNMENT).append('\n');
    byte[] header = Arrays.copyOf(MAGIC, PREFIX + text.length());
    header[6] = 1;
    header[8] = (byte) text.length();
    header[9] = (byte) (text.length() >> 8);
    byte[] dictionary = text.toString().getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(dictionary, 0, header, PREFIX, dictionary.length);
    return header;
  }

  private static String descrOf(DType type) {
    return switch (type) {
      case UINT8 -> "|u1";
      case INT8 -> "|i1";
      case UINT16 -> "<u2";
      case INT16 -> "<i2";
      case UINT32 -> "<u4";
      case INT32 -> "<i4";
      case INT64 -> "<i8";
      case FLOAT16 -> "<f2";
      case FLOAT32 -> "<f4";
      case FLOAT64 -> "<f8";
    };
  }
}
