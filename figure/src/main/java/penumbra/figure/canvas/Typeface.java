package penumbra.figure.canvas;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/// A typeface as outlines: Inter, which is part of the module, so that text needs no installed font
/// and looks the same on all machines.
///
/// A weight is loaded on first use.
public final class Typeface {
  public static final Typeface REGULAR = new Typeface("Inter-Regular.otf");
  public static final Typeface SEMIBOLD = new Typeface("Inter-SemiBold.otf");

  private final String file;
  private final Map<Integer, Glyph> glyphs = new ConcurrentHashMap<>();
  private @Nullable OpenTypeFont font;

  private Typeface(String file) {
    this.file = file;
  }

  /// @param outline in units of the text size, the baseline at 0, y downwards
  /// @param advance how far the next glyph stands, in units of the text size
  private record Glyph(Path2D outline, double advance) {}

  /// The width of a line of text.
  double width(String text, double size) {
    double width = 0;
    for (int codePoint : text.codePoints().toArray()) {
      width += glyph(codePoint).advance;
    }
    return width * size;
  }

  /// The outlines of a line of text whose baseline begins at (`x`, `y`); y grows downwards.
  public Shape outline(String text, double size, double x, double y) {
    var path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    double at = x;
    for (int codePoint : text.codePoints().toArray()) {
      Glyph glyph = glyph(codePoint);
      var place = new AffineTransform(size, 0, 0, size, at, y);
      path.append(glyph.outline.getPathIterator(place), false);
      at += glyph.advance * size;
    }
    return path;
  }

  private Glyph glyph(int codePoint) {
    return glyphs.computeIfAbsent(codePoint, this::read);
  }

  /// FontBox promises nothing about threads, so one at a time.
  private synchronized Glyph read(int codePoint) {
    try {
      if (font == null) {
        font = open();
      }
      CmapLookup characters = font.getUnicodeCmapLookup();
      int id = characters.getGlyphId(codePoint);
      double unit = 1.0 / font.getUnitsPerEm();
      var outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
      var upsideDown = AffineTransform.getScaleInstance(unit, -unit);
      outline.append(
          font.getCFF().getFont().getType2CharString(id).getPath().getPathIterator(upsideDown),
          false);
      return new Glyph(outline, font.getAdvanceWidth(id) * unit);
    } catch (IOException e) {
      throw new UncheckedIOException("the font " + file + " of the figure module is broken", e);
    }
  }

  private OpenTypeFont open() throws IOException {
    try (InputStream resource = Typeface.class.getResourceAsStream("fonts/" + file)) {
      if (resource == null) {
        throw new IllegalStateException("the font " + file + " is missing from the figure module");
      }
      return new OTFParser().parse(new RandomAccessReadBuffer(resource.readAllBytes()));
    }
  }
}
