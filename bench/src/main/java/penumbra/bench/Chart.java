package penumbra.bench;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import penumbra.core.NdArray;

/// The figure of the page: for each operation one line, on it a mark for the speed of each
/// contender relative to OpenCV, on a logarithmic axis with OpenCV at 1.
final class Chart {
  private static final int PIXELS_PER_POINT = 2;
  private static final double WIDTH = 900;
  private static final double LEFT = 300;
  private static final double RIGHT = 20;
  private static final double TOP = 92;
  private static final double BOTTOM = 46;
  private static final double LINE = 25;
  private static final double DOT = 9;
  private static final double TEXT = 12;

  private static final Color INK = new Color(0x1C1C1C);
  private static final Color QUIET = new Color(0x5A5A5A);
  private static final Color GRID = new Color(0xE4E4E4);
  private static final Color BAND = new Color(0xF6F7F9);

  /// Distinct for the colour-blind too, and by lightness.
  private static final Map<Contender, Color> COLOURS = new EnumMap<>(Contender.class);

  static {
    COLOURS.put(Contender.SCIPY, new Color(0x9A9A9A));
    COLOURS.put(Contender.IMAGEJ, new Color(0xCC79A7));
    COLOURS.put(Contender.BOOFCV, new Color(0x56B4E9));
    COLOURS.put(Contender.EXACT, new Color(0x0B4F8A));
    COLOURS.put(Contender.FAST, new Color(0xD55E00));
  }

  private static final List<Contender> LEGEND =
      List.of(Contender.FAST, Contender.EXACT, Contender.IMAGEJ, Contender.BOOFCV, Contender.SCIPY);

  private final MeasuredResults results;
  private final int threads;
  private final TextOutlines regular = new TextOutlines("Inter-Regular.otf");
  private final TextOutlines bold = new TextOutlines("Inter-SemiBold.otf");

  /// Exponents of ten at the ends of the axis.
  private final double least;

  private final double most;

  Chart(MeasuredResults results) {
    this.results = results;
    this.threads = results.plan().settings().mostThreads();
    double[] logs =
        results.rows().stream()
            .flatMap(row -> LEGEND.stream().flatMap(who -> speed(row, who).stream()))
            .flatMap(ratio -> Stream.of(ratio.low(), ratio.high()))
            .mapToDouble(Math::log10)
            .sorted()
            .toArray();
    this.least = Math.min(-1, logs.length == 0 ? -1 : logs[0]) - 0.08;
    this.most = Math.max(1, logs.length == 0 ? 1 : logs[logs.length - 1]) + 0.08;
  }

  /// The picture, shape (height, width, 3).
  NdArray draw() {
    double height = TOP + results.rows().size() * LINE + BOTTOM;
    var image =
        new BufferedImage(
            (int) (WIDTH * PIXELS_PER_POINT),
            (int) (height * PIXELS_PER_POINT),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      graphics.scale(PIXELS_PER_POINT, PIXELS_PER_POINT);
      fill(graphics, new Rectangle2D.Double(0, 0, WIDTH, height), Color.WHITE);
      head(graphics);
      axis(graphics, height - BOTTOM);
      for (int i = 0; i < results.rows().size(); i++) {
        row(graphics, results.rows().get(i), TOP + (i + 0.5) * LINE);
      }
    } finally {
      graphics.dispose();
    }
    return pixels(image);
  }

  private void head(Graphics2D graphics) {
    String title = "Speed relative to OpenCV, 1024 × 1024 pixels, " + threads + " threads";
    fill(graphics, bold.outline(title, 17, 20, 32), INK);
    double x = 20;
    for (Contender contender : LEGEND) {
      boolean shown = results.rows().stream().anyMatch(row -> speed(row, contender).isPresent());
      if (shown) {
        String name = contender == Contender.SCIPY ? "SciPy (1 thread)" : contender.label();
        dot(graphics, contender, x + DOT / 2, 58);
        fill(graphics, regular.outline(name, TEXT, x + DOT + 5, 62.3), INK);
        x += DOT + 5 + regular.width(name, TEXT) + 20;
      }
    }
  }

  private void axis(Graphics2D graphics, double bottom) {
    for (int i = 0; i < results.rows().size(); i += 2) {
      fill(graphics, new Rectangle2D.Double(8, TOP + i * LINE, WIDTH - 16, LINE), BAND);
    }
    for (int power = (int) Math.ceil(least); power <= Math.floor(most); power++) {
      for (int digit = 1; digit < 10; digit++) {
        double exponent = power + Math.log10(digit);
        boolean labelled = digit == 1 || digit == 2 || digit == 5;
        if (exponent <= most && labelled) {
          Color colour = exponent == 0 ? INK : GRID;
          double thickness = exponent == 0 ? 1.4 : digit == 1 ? 1 : 0.5;
          line(graphics, x(exponent), TOP, x(exponent), bottom, thickness, colour);
          String label = label(Math.pow(10, exponent));
          centred(graphics, label, x(exponent), bottom + 15);
        }
      }
    }
    centred(graphics, "slower than OpenCV", (x(least) + x(0)) / 2, bottom + 33);
    centred(graphics, "faster", (x(0) + x(most)) / 2, bottom + 33);
  }

  private void row(Graphics2D graphics, Row row, double y) {
    String name = row.label();
    String input = row.input().label();
    double inputWidth = regular.width(input, TEXT - 2);
    double room = LEFT - 20 - 14 - inputWidth - 8;
    double size = Math.min(TEXT, TEXT * room / regular.width(name, TEXT));
    fill(graphics, regular.outline(name, size, 20, y + 4.3), INK);
    fill(graphics, regular.outline(input, TEXT - 2, LEFT - 14 - inputWidth, y + 4.3), QUIET);
    for (Contender contender : LEGEND.reversed()) {
      speed(row, contender)
          .ifPresent(ratio -> {
            double from = x(Math.log10(ratio.low()));
            double to = x(Math.log10(ratio.high()));
            line(graphics, from, y, to, y, 1.6, colour(contender));
          });
    }
    for (Contender contender : LEGEND.reversed()) {
      speed(row, contender)
          .ifPresent(ratio -> dot(graphics, contender, x(Math.log10(ratio.value())), y));
    }
  }

  private Optional<Timing.Ratio> speed(Row row, Contender contender) {
    return results.speed(row, contender, threads, Contender.OPENCV);
  }

  private double x(double exponent) {
    return LEFT + (exponent - least) / (most - least) * (WIDTH - LEFT - RIGHT);
  }

  private static String label(double value) {
    return value < 1 ? "1/" + Math.round(1 / value) : Long.toString(Math.round(value));
  }

  private static Color colour(Contender contender) {
    return COLOURS.getOrDefault(contender, INK);
  }

  private static void dot(Graphics2D graphics, Contender contender, double x, double y) {
    double rim = DOT + 2;
    fill(graphics, new Ellipse2D.Double(x - rim / 2, y - rim / 2, rim, rim), Color.WHITE);
    fill(graphics, new Ellipse2D.Double(x - DOT / 2, y - DOT / 2, DOT, DOT), colour(contender));
  }

  private void centred(Graphics2D graphics, String text, double x, double y) {
    double width = regular.width(text, TEXT - 1);
    fill(graphics, regular.outline(text, TEXT - 1, x - width / 2, y), QUIET);
  }

  private static void line(
      Graphics2D graphics, double x0, double y0, double x1, double y1, double width, Color colour) {
    graphics.setColor(colour);
    graphics.setStroke(new BasicStroke((float) width));
    graphics.draw(new Line2D.Double(x0, y0, x1, y1));
  }

  private static void fill(Graphics2D graphics, Shape shape, Color colour) {
    graphics.setColor(colour);
    graphics.fill(shape);
  }

  private static NdArray pixels(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] packed = image.getRGB(0, 0, width, height, null, 0, width);
    byte[] bands = new byte[3 * packed.length];
    for (int i = 0; i < packed.length; i++) {
      bands[3 * i] = (byte) (packed[i] >> 16);
      bands[3 * i + 1] = (byte) (packed[i] >> 8);
      bands[3 * i + 2] = (byte) packed[i];
    }
    return NdArray.ofUint8(bands, height, width, 3);
  }
}
