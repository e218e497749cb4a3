package penumbra.dicom.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import penumbra.dicom.DicomException;
import penumbra.dicom.codec.ebcot.BlockDecoder;

/// Decodes one tile: packets, code-blocks, wavelets and colour transform.
final class TileDecoder {
  private final Size size;
  private final TileArea area;
  private final CodingParameters parameters;
  private final Budget budget;
  private final List<TileComponent> components = new ArrayList<>();
  private final BlockDecoder decoder = new BlockDecoder();
  private final HighThroughputBlocks highThroughput = new HighThroughputBlocks();

  TileDecoder(Size size, TileArea area, CodingParameters parameters, Budget budget)
      throws DicomException {
    this.size = size;
    this.area = area;
    this.parameters = parameters;
    this.budget = budget;
    for (int i = 0; i < size.components(); i++) {
      components.add(new TileComponent(area, i, size.bits(), parameters, budget));
    }
  }

  /// The samples of each component, row by row, within the range of its bits.
  int[][] decode(Input body, Input headers) throws DicomException {
    List<Precinct> precincts = new ArrayList<>();
    components.forEach(component -> precincts.addAll(component.precincts));
    new Packets(body, headers, precincts, parameters.layers(), budget)
        .read(parameters.progressions());
    int[][] planes = new int[components.size()][];
    for (int i = 0; i < planes.length; i++) {
      planes[i] = plane(components.get(i));
    }
    if (parameters.isMixed()) {
      unmix(planes);
    }
    for (int i = 0; i < planes.length; i++) {
      finish(planes[i], components.get(i).style.reversible());
    }
    return planes;
  }

  /// The samples of a component before the colour transform: integers, or `float` values as bits.
  private int[] plane(TileComponent component) throws DicomException {
    int[] plane = new int[Math.multiplyExact(area.width(), area.height())];
    for (TileComponent.Band band : component.bands) {
      for (CodeBlock block : band.blocks()) {
        if (!block.segments.isEmpty()) {
          place(component, band, block, plane);
        }
      }
    }
    CodingStyle style = component.style;
    var wavelet =
        new Wavelet(
            plane, area.width(), style.reversible() ? Lifting.REVERSIBLE : Lifting.IRREVERSIBLE);
    for (int r = 1; r <= style.levels(); r++) {
      wavelet.inverse(component.resolution(r), component.resolution(r - 1));
    }
    return plane;
  }

  private void place(TileComponent component, TileComponent.Band band, CodeBlock block, int[] plane)
      throws DicomException {
    int switches = component.style.passes();
    int[] values =
        CodingStyle.isHighThroughput(switches) && !block.isOfPart1
            ? highThroughput.decode(block, band.planes(), switches)
            : decoder.decode(
                new BlockDecoder.Shape(
                    block.area.width(),
                    block.area.height(),
                    band.orientation(),
                    band.planes() - block.missingPlanes,
                    switches),
                block.segments);
    int width = block.area.width();
    int left = band.left() + block.area.x0() - band.area().x0();
    int top = band.top() + block.area.y0() - band.area().y0();
    float half = (float) (band.step() / 2);
    for (int y = 0; y < block.area.height(); y++) {
      int target = (top + y) * area.width() + left;
      for (int x = 0; x < width; x++) {
        int value = values[y * width + x];
        if (component.regionShift > 0) {
          value = unshift(value, component.regionShift);
        }
        plane[target + x] =
            component.style.reversible() ? value / 2 : Float.floatToRawIntBits(value * half);
      }
    }
  }

  /// Scales a coefficient of the region of interest, which is above all others, back to its size.
  private static int unshift(int value, int shift) {
    int magnitude = Math.abs(value);
    if (shift >= 30 || magnitude < 1 << (shift + 1)) {
      return value;
    }
    return value < 0 ? -(magnitude >> shift) : magnitude >> shift;
  }

  private void unmix(int[][] planes) throws DicomException {
    boolean reversible = components.getFirst().style.reversible();
    if (components.get(1).style.reversible() != reversible
        || components.get(2).style.reversible() != reversible) {
      throw CodestreamErrors.of("has a colour transform over components of different wavelets");
    }
    int[] first = planes[0];
    int[] second = planes[1];
    int[] third = planes[2];
    for (int i = 0; i < first.length; i++) {
      if (reversible) {
        int green = first[i] - ((second[i] + third[i]) >> 2);
        int red = third[i] + green;
        third[i] = second[i] + green;
        second[i] = green;
        first[i] = red;
      } else {
        float luma = Float.intBitsToFloat(first[i]);
        float blue = Float.intBitsToFloat(second[i]);
        float red = Float.intBitsToFloat(third[i]);
        first[i] = Float.floatToRawIntBits(luma + 1.402f * red);
        second[i] = Float.floatToRawIntBits(luma - 0.344136f * blue - 0.714136f * red);
        third[i] = Float.floatToRawIntBits(luma + 1.772f * blue);
      }
    }
  }

  /// Rounds, shifts to the unsigned range, and clips.
  private void finish(int[] plane, boolean reversible) {
    int shift = size.signed() ? 0 : 1 << (size.bits() - 1);
    int least = size.signed() ? -(1 << (size.bits() - 1)) : 0;
    int greatest = least + (int) ((1L << size.bits()) - 1);
    for (int i = 0; i < plane.length; i++) {
      int value = reversible ? plane[i] : (int) Math.rint(Float.intBitsToFloat(plane[i]));
      plane[i] = Math.clamp((long) value + shift, least, greatest);
    }
  }
}
