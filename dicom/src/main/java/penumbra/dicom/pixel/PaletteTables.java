package penumbra.dicom.pixel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import penumbra.core.DType;
import penumbra.core.NdArray;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomException;
import penumbra.dicom.Tag;
import penumbra.dicom.Tags;

/// The three tables of a palette, PS3.3 section C.7.6.3.1.5.
final class PaletteTables {
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final String CORRECT = "ask its maker to correct it";

  private final int first;
  private final int bits;
  private final int[] red;
  private final int[] green;
  private final int[] blue;

  /// @param first the stored value of the first entry; smaller ones have its colour, and those
  ///   beyond the last entry that of the last
  /// @param bits of an entry: 8 or 16
  /// @param red as unsigned numbers, and so `green` and `blue`
  /// @param green as many
  /// @param blue as many
  PaletteTables(int first, int bits, int[] red, int[] green, int[] blue) {
    this.first = first;
    this.bits = bits;
    this.red = red;
    this.green = green;
    this.blue = blue;
  }

  /// Of an entry: 8 or 16.
  int bits() {
    return bits;
  }

  int entries() {
    return red.length;
  }

  /// What the standard calls the descriptor of a table.
  private record Descriptor(int entries, int first, int bits) {
    /// The same with 8 bits where the tables have just a byte for each entry.
    Descriptor ofData(DataSet data, Consumer<String> odd) {
      boolean bytes =
          data.bytes(Tags.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA)
              .filter(table -> table.byteSize() == entries + (entries & 1))
              .isPresent();
      if (bits == 8 || !bytes) {
        return this;
      }
      odd.accept("The palette has entries of 8 bits, though its descriptor says 16.");
      return new Descriptor(entries, first, 8);
    }

    String describe() {
      return entries + "\\" + first + "\\" + bits;
    }
  }

  static PaletteTables of(DataSet data, boolean signed, Consumer<String> odd)
      throws DicomException {
    Descriptor descriptor = descriptor(data, 0, signed);
    for (int colour = 1; colour < 3; colour++) {
      Descriptor other = descriptor(data, colour, signed);
      if (!other.equals(descriptor)) {
        throw new DicomException(
            "must have equal descriptors of its three palette tables",
            "has " + descriptor.describe() + " and " + other.describe(),
            CORRECT);
      }
    }
    descriptor = descriptor.ofData(data, odd);
    int[][] tables = new int[3][];
    for (int colour = 0; colour < 3; colour++) {
      tables[colour] = table(data, colour, descriptor);
    }
    return new PaletteTables(descriptor.first, descriptor.bits, tables[0], tables[1], tables[2]);
  }

  private static Descriptor descriptor(DataSet data, int colour, boolean signed)
      throws DicomException {
    Tag tag = new Tag(Tags.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR.value() + colour);
    Optional<MemorySegment> bytes = data.bytes(tag).filter(found -> found.byteSize() >= 6);
    if (bytes.isEmpty()) {
      throw new DicomException(
          "must have a palette's descriptor of three numbers in " + tag, "has none", CORRECT);
    }
    int entries = bytes.get().get(SHORT, 0) & 0xFFFF;
    short first = bytes.get().get(SHORT, 2);
    int bits = bytes.get().get(SHORT, 4) & 0xFFFF;
    if (bits != 8 && bits != 16) {
      throw new DicomException(
          "must have palette entries of 8 or 16 bits in " + tag, "has " + bits, CORRECT);
    }
    return new Descriptor(entries == 0 ? 65536 : entries, signed ? first : first & 0xFFFF, bits);
  }

  private static int[] table(DataSet data, int colour, Descriptor descriptor)
      throws DicomException {
    Tag tag = new Tag(Tags.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA.value() + colour);
    Optional<MemorySegment> plain = data.bytes(tag).filter(bytes -> bytes.byteSize() > 0);
    if (plain.isPresent()) {
      return plain(plain.get(), tag, descriptor);
    }
    Tag segmented = new Tag(Tags.SEGMENTED_RED_PALETTE_COLOR_LOOKUP_TABLE_DATA.value() + colour);
    Optional<MemorySegment> bytes = data.bytes(segmented);
    if (bytes.isEmpty()) {
      throw new DicomException("must have a palette table in " + tag, "has none", CORRECT);
    }
    int[] words = numbers(bytes.get(), descriptor.bits / 8);
    return new PaletteSegments(words, descriptor.bits, descriptor.entries).unfold();
  }

  /// A table of 8-bit entries has a byte or, against the standard, a word for each.
  private static int[] plain(MemorySegment bytes, Tag tag, Descriptor descriptor)
      throws DicomException {
    int entries = descriptor.entries;
    boolean words = bytes.byteSize() >= 2L * entries;
    if (!words && (descriptor.bits == 16 || bytes.byteSize() < entries)) {
      throw new DicomException(
          "must have " + entries + " entries of " + descriptor.bits + " bits in " + tag,
          "has " + bytes.byteSize() + " bytes",
          CORRECT);
    }
    int[] numbers = Arrays.copyOf(numbers(bytes, words ? 2 : 1), entries);
    if (words && descriptor.bits == 8) {
      // Some makers put the 8 bits into the upper byte of the word, or into both.
      boolean upper = Arrays.stream(numbers).anyMatch(number -> number > 255);
      Arrays.setAll(numbers, i -> upper ? numbers[i] >> 8 : numbers[i]);
    }
    return numbers;
  }

  private static int[] numbers(MemorySegment bytes, int size) {
    int[] numbers = new int[(int) Math.min(bytes.byteSize() / size, 1 << 20)];
    SampleRuns.load(bytes, size, 0, numbers, numbers.length);
    return numbers;
  }

  /// The colours of `samples`, side by side, each of as many bits as an entry.
  MemorySegment apply(MemorySegment samples, DType type) {
    long pixels = samples.byteSize() / type.bytes();
    MemorySegment target = NdArray.allocate(DType.UINT8, pixels * 3 * (bits / 8));
    int[] line = new int[1024];
    int[] colours = new int[3 * line.length];
    boolean signed = type.min() < 0;
    int unused = 32 - 8 * type.bytes();
    for (long at = 0; at < pixels; at += line.length) {
      int n = (int) Math.min(line.length, pixels - at);
      SampleRuns.load(samples, type.bytes(), at, line, n);
      for (int i = 0; i < n; i++) {
        long value = signed ? (line[i] << unused) >> unused : Integer.toUnsignedLong(line[i]);
        int entry = Math.clamp(value - first, 0, red.length - 1);
        colours[3 * i] = red[entry];
        colours[3 * i + 1] = green[entry];
        colours[3 * i + 2] = blue[entry];
      }
      SampleRuns.store(colours, target, bits / 8, 3 * at, 3 * n);
    }
    return target;
  }
}
