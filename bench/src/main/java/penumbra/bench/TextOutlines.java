package penumbra.bench;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/// Text as outlines, in the typeface that the figure module carries: the machine needs no fonts.
final class TextOutlines {
  private final OpenTypeFont font;
  private final CmapLookup characters;

  TextOutlines(String file) {
    String resource = "/penumbra/figure/canvas/fonts/" + file;
    try (InputStream stream = TextOutlines.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException(resource + " is missing from the figure module");
      }
      font = new OTFParser().parse(new RandomAccessReadBuffer(stream.readAllBytes()));
      characters = font.getUnicodeCmapLookup();
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " is broken", e);
    }
  }

  double width(String text, double size) {
    try {
      double width = 0;
      for (int character : text.codePoints().toArray()) {
        width += font.getAdvanceWidth(characters.getGlyphId(character));
      }
      return width * size / font.getUnitsPerEm();
    } catch (IOException e) {
      throw new UncheckedIOException("the font of the figure module is broken", e);
    }
  }

  /// A line of text whose baseline begins at (`x`, `y`); y grows downwards.
  Shape outline(String text, double size, double x, double y) {
    try {
      var path = new Path2D.Double(Path2D.WIND_NON_ZERO);
      double unit = size / font.getUnitsPerEm();
      double at = x;
      for (int character : text.codePoints().toArray()) {
        int glyph = characters.getGlyphId(character);
        var place = new AffineTransform(unit, 0, 0, -unit, at, y);
        path.append(
            font.getCFF().getFont().getType2CharString(glyph).getPath().getPathIterator(place),
            false);
        at += font.getAdvanceWidth(glyph) * unit;
      }
      return path;
    } catch (IOException e) {
      throw new UncheckedIOException("the font of the figure module is broken", e);
    }
  }
}
