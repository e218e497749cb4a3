package penumbra.dicom.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import penumbra.dicom.DicomException;

/// One component of a tile: its sub-bands, precincts and code-blocks, T.800 annex B.
final class TileComponent {
  /// One sub-band: the coefficients of one filter at one resolution.
  ///
  /// @param orientation bit 0: high frequencies across, bit 1: high frequencies down
  /// @param area its area in its own coordinates
  /// @param left the first column of its coefficients in the component's plane
  /// @param top the first row of its coefficients there
  /// @param planes the number of bit-planes of a coefficient, with the guard bits
  /// @param step the quantization step
  /// @param blocks all its code-blocks
  record Band(
      int orientation,
      TileArea area,
      int left,
      int top,
      int planes,
      double step,
      List<CodeBlock> blocks) {}

  final TileArea area;
  final CodingStyle style;
  final int regionShift;
  final List<Band> bands = new ArrayList<>();
  final List<Precinct> precincts = new ArrayList<>();
  private final int component;
  private final Budget budget;

  TileComponent(TileArea area, int component, int bits, CodingParameters parameters, Budget budget)
      throws DicomException {
    this.area = area;
    this.component = component;
    this.budget = budget;
    this.style = parameters.style(component);
    this.regionShift = parameters.regionShift(component);
    Quantization quantization = parameters.quantization(component);
    if (style.reversible() != (quantization.style() == Quantization.NONE)) {
      throw CodestreamErrors.of("has a quantization that does not fit its wavelet");
    }
    for (int r = 0; r <= style.levels(); r++) {
      List<Band> ofResolution = new ArrayList<>();
      for (int orientation = r == 0 ? 0 : 1; orientation <= (r == 0 ? 0 : 3); orientation++) {
        ofResolution.add(band(r, orientation, bits, quantization));
      }
      bands.addAll(ofResolution);
      addPrecincts(r, ofResolution);
    }
  }

  /// The area of resolution `r`.
  TileArea resolution(int r) {
    return area.reduced(style.levels() - r);
  }

  private Band band(int r, int orientation, int bits, Quantization quantization)
      throws DicomException {
    int right = orientation & 1;
    int down = orientation >> 1;
    int index = r == 0 ? 0 : 3 * (r - 1) + orientation;
    int planes = quantization.guard() + quantization.exponent(index) - 1 + regionShift;
    double step = style.reversible() ? 1 : quantization.stepSize(index, bits + right + down);
    TileArea lower = r == 0 ? area : resolution(r - 1);
    return new Band(
        orientation,
        area.band(r == 0 ? style.levels() : style.levels() - r + 1, right, down),
        right == 1 ? lower.width() : 0,
        down == 1 ? lower.height() : 0,
        planes,
        step,
        new ArrayList<>());
  }

  private void addPrecincts(int r, List<Band> ofResolution) throws DicomException {
    TileArea whole = resolution(r);
    if (whole.isEmpty()) {
      return;
    }
    int width = style.precinctWidth(r);
    int height = style.precinctHeight(r);
    int reduced = style.levels() - r;
    int lastX = (whole.x1() - 1) >> width;
    int lastY = (whole.y1() - 1) >> height;
    int index = 0;
    for (int y = whole.y0() >> height; y <= lastY; y++) {
      for (int x = whole.x0() >> width; x <= lastX; x++) {
        budget.spend(1);
        List<Precinct.Part> parts = new ArrayList<>();
        for (Band band : ofResolution) {
          parts.add(part(r, x, y, band));
        }
        long left = Math.max(area.x0(), (long) x << (width + reduced));
        long top = Math.max(area.y0(), (long) y << (height + reduced));
        precincts.add(new Precinct(component, r, index++, left, top, style.passes(), parts));
      }
    }
  }

  /// The code-blocks of precinct (x, y) in a sub-band.
  private Precinct.Part part(int r, int x, int y, Band band) throws DicomException {
    int less = r == 0 ? 0 : 1;
    int width = style.precinctWidth(r) - less;
    int height = style.precinctHeight(r) - less;
    TileArea area =
        band.area.intersect(
            (long) x << width, (long) y << height, (x + 1L) << width, (y + 1L) << height);
    if (area.isEmpty()) {
      return new Precinct.Part(0, 0, List.of());
    }
    int blockWidth = Math.min(style.blockWidth(), width);
    int blockHeight = Math.min(style.blockHeight(), height);
    int firstX = area.x0() >> blockWidth;
    int firstY = area.y0() >> blockHeight;
    int across = ((area.x1() - 1) >> blockWidth) - firstX + 1;
    int down = ((area.y1() - 1) >> blockHeight) - firstY + 1;
    budget.spend((long) across * down);
    List<CodeBlock> blocks = new ArrayList<>(across * down);
    for (int j = firstY; j < firstY + down; j++) {
      for (int i = firstX; i < firstX + across; i++) {
        blocks.add(
            new CodeBlock(
                area.intersect(
                    (long) i << blockWidth,
                    (long) j << blockHeight,
                    (i + 1L) << blockWidth,
                    (j + 1L) << blockHeight)));
      }
    }
    band.blocks.addAll(blocks);
    return new Precinct.Part(across, down, blocks);
  }
}
