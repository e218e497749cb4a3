package penumbra.dicom.pixel;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import penumbra.core.NdArray;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomException;
import penumbra.dicom.Element;
import penumbra.dicom.Tag;
import penumbra.dicom.Tags;
import penumbra.dicom.TransferSyntax;
import penumbra.dicom.Value;
import penumbra.dicom.Value.Fragments;
import penumbra.dicom.Vr;
import penumbra.dicom.codec.Jpeg2000Streams;
import penumbra.io.format.Limits;

/// Objects whose description and pixels do not fit, at random: each is read or refused in one line.
class HostilePixelsTest {
  private static final int OBJECTS = Integer.getInteger("penumbra.mutations", 20_000);
  private static final Limits LIMITS = new Limits(5_000);
  private static final List<Jpeg2000Streams.Stream> STREAMS = Jpeg2000Streams.all();
  private static final String[] PHOTOMETRIC = {
    "MONOCHROME1",
    "MONOCHROME2",
    "PALETTE COLOR",
    "RGB",
    "YBR_FULL",
    "YBR_FULL_422",
    "YBR_PARTIAL_422",
    "YBR_PARTIAL_420",
    "YBR_RCT",
    "CMYK"
  };
  private static final int[] NUMBERS = {0, 1, 2, 3, 7, 8, 11, 12, 15, 16, 31, 32, 64, 37, 65535};
  private static final Tag[] TAGS = {
    Tags.SAMPLES_PER_PIXEL, Tags.PLANAR_CONFIGURATION, Tags.ROWS, Tags.COLUMNS,
    Tags.BITS_ALLOCATED, Tags.BITS_STORED, Tags.HIGH_BIT, Tags.PIXEL_REPRESENTATION,
    Tags.NUMBER_OF_FRAMES
  };

  @Test
  void anyObjectIsReadOrRefusedInOneLine() {
    int refused = 0;
    for (int seed = 0; seed < OBJECTS; seed++) {
      Random random = new Random(seed);
      DataSet data = random(random);
      TransferSyntax[] syntaxes = TransferSyntax.values();
      TransferSyntax syntax =
          random.nextBoolean()
              ? TransferSyntax.JPEG_2000
              : syntaxes[random.nextInt(syntaxes.length)];
      try {
        PixelData pixels = PixelData.of(data, syntax);
        pixels = random.nextBoolean() ? pixels.leniently() : pixels;
        NdArray values = pixels.frame(random.nextInt(pixels.frames()), LIMITS).values();
        assertThat(values.size()).isBetween(1L, 3 * LIMITS.maxPixels());
      } catch (DicomException refusal) {
        refused++;
        assertThat(refusal.getMessage()).hasSizeLessThan(400).doesNotContainPattern("\\p{Cntrl}");
      } catch (RuntimeException | Error crash) {
        throw new AssertionError("seed " + seed, crash);
      }
    }
    assertThat(refused).isBetween(OBJECTS / 5, OBJECTS * 9 / 10);
  }

  private static DataSet random(Random random) {
    boolean three = random.nextInt(3) == 0;
    int bits = 8 << random.nextInt(3);
    int rows = random.nextBoolean() ? 37 : 1 + random.nextInt(9);
    int columns = random.nextBoolean() ? 29 : 1 + random.nextInt(9);
    String photometric = PHOTOMETRIC[three ? 3 + random.nextInt(6) : random.nextInt(3)];
    DataSet data =
        PixelObjects.grey(rows, columns, bits)
            .with(Element.ofUnsignedShorts(Tags.SAMPLES_PER_PIXEL, three ? 3 : 1))
            .with(Element.ofUnsignedShorts(Tags.PLANAR_CONFIGURATION, random.nextInt(2)))
            .with(Element.ofText(Tags.PHOTOMETRIC_INTERPRETATION, Vr.CS, photometric))
            .with(palette(random));
    for (int i = random.nextInt(3); i > 0; i--) {
      Tag tag = TAGS[random.nextInt(TAGS.length)];
      data = PixelObjects.with(data, tag, NUMBERS[random.nextInt(NUMBERS.length)]);
    }
    int bytes = random.nextInt(10) == 0 ? random.nextInt(400) : rows * columns * 3 * bits / 8;
    return random.nextBoolean()
        ? data.with(Element.ofBytes(pixelTag(random), Vr.OW, noise(random, bytes)))
        : data.with(new Element(Tags.PIXEL_DATA, Vr.OB, fragments(random)));
  }

  private static Tag pixelTag(Random random) {
    return random.nextInt(8) > 0
        ? Tags.PIXEL_DATA
        : random.nextBoolean() ? Tags.FLOAT_PIXEL_DATA : Tags.DOUBLE_FLOAT_PIXEL_DATA;
  }

  private static DataSet palette(Random random) {
    int entries = NUMBERS[random.nextInt(NUMBERS.length)];
    int first = random.nextInt(4) == 0 ? random.nextInt(65536) : 0;
    int bits = random.nextInt(9) == 0 ? 12 : 8 << random.nextInt(2);
    List<Element> elements = new ArrayList<>();
    boolean segmented = random.nextBoolean();
    for (int colour = 0; colour < 3; colour++) {
      elements.add(
          Element.ofUnsignedShorts(
              new Tag(Tags.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR.value() + colour),
              entries,
              first,
              bits));
      byte[] table = noise(random, random.nextInt(200));
      for (int i = 0; segmented && i < table.length; i += 2) {
        table[i] = (byte) random.nextInt(6);
        table[i + (i + 1 < table.length ? 1 : 0)] = 0;
      }
      Tag tag =
          segmented
              ? Tags.SEGMENTED_RED_PALETTE_COLOR_LOOKUP_TABLE_DATA
              : Tags.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA;
      elements.add(Element.ofBytes(new Tag(tag.value() + colour), Vr.OW, table));
    }
    return DataSet.of(elements);
  }

  private static Value fragments(Random random) {
    List<MemorySegment> parts = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      byte[] coded = STREAMS.get(random.nextInt(STREAMS.size())).coded;
      int cut = random.nextInt(3) == 0 ? random.nextInt(coded.length) : 0;
      MemorySegment whole = MemorySegment.ofArray(coded);
      if (cut > 0) {
        parts.add(whole.asSlice(0, cut));
      }
      parts.add(whole.asSlice(cut));
    }
    byte[] offsets = random.nextBoolean() ? new byte[0] : noise(random, random.nextInt(20));
    return new Fragments(MemorySegment.ofArray(offsets), parts);
  }

  private static byte[] noise(Random random, int length) {
    byte[] noise = new byte[length];
    random.nextBytes(noise);
    return noise;
  }
}
