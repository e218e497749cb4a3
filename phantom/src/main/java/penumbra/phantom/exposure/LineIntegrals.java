package penumbra.phantom.exposure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import penumbra.core.Execution;
import penumbra.phantom.anatomy.Anatomy;
import penumbra.phantom.anatomy.Outlines;
import penumbra.phantom.anatomy.Projection;
import penumbra.phantom.solid.Body;
import penumbra.phantom.solid.Box;
import penumbra.phantom.solid.Insert;
import penumbra.phantom.solid.Loft;
import penumbra.phantom.solid.Ray;
import penumbra.phantom.solid.RaySpan;
import penumbra.phantom.solid.Region;
import penumbra.phantom.solid.Tube;

/// The line integral of the attenuation along the ray of each pixel, and the silhouettes.
public final class LineIntegrals {
  /// The attenuation by opacities above which a pixel counts as opaque.
  private static final double OPAQUE = 0.06;

  private static final long LUNG_BITS = 3L << Outlines.LUNG;

  private final float[] attenuation;
  private final byte[] lungs;
  private final byte[] opacities;
  private final long[] silhouettes;

  private LineIntegrals(int pixels) {
    attenuation = new float[pixels];
    lungs = new byte[pixels];
    opacities = new byte[pixels];
    silhouettes = new long[pixels];
  }

  /// The line integral of the attenuation (a pure number), row by row.
  public float[] attenuation() {
    return attenuation;
  }

  /// 255 where the ray passes a lung and neither heart nor diaphragm, else 0.
  public byte[] lungs() {
    return lungs;
  }

  /// 255 where the opacities in a lung field attenuate noticeably, else 0.
  public byte[] opacities() {
    return opacities;
  }

  /// A bit for each of the [Outlines] whose body the ray meets.
  public long[] silhouettes() {
    return silhouettes;
  }

  /// Sends a ray through `anatomy` for each pixel.
  public static LineIntegrals of(Anatomy anatomy, Projection projection, Execution execution) {
    int height = projection.height();
    int width = projection.width();
    var result = new LineIntegrals(height * width);
    var regions = Placed.all(anatomy.regions(), region -> region.body().box(), projection);
    var inserts = Placed.all(anatomy.inserts(), Insert::box, projection);
    var opacities = Placed.all(anatomy.opacities(), Insert::box, projection);
    execution.strips(
        height,
        8,
        (from, to) -> {
          var row = new Row(projection);
          for (int y = from; y < to; y++) {
            row.aim(y);
            row.regions(regions, result.silhouettes);
            row.inserts(inserts, row.sum, result.silhouettes);
            row.inserts(opacities, row.opacity, result.silhouettes);
            row.store(result);
          }
        });
    return result;
  }

  /// A body with the pixels it may touch.
  private record Placed<T>(T part, Projection.Shadow shadow) {
    static <T> List<Placed<T>> all(
        List<? extends T> parts, java.util.function.Function<T, Box> box, Projection projection) {
      List<Placed<T>> placed = new ArrayList<>();
      for (T part : parts) {
        Projection.Shadow shadow = projection.shadow(box.apply(part));
        if (!shadow.isEmpty()) {
          placed.add(new Placed<>(part, shadow));
        }
      }
      return placed;
    }

    boolean meets(int row) {
      return shadow.top() <= row && row < shadow.bottom();
    }
  }

  /// One row of pixels at work.
  private static final class Row {
    private final Projection projection;
    private final int width;
    private final Ray[] rays;
    private final RaySpan span = new RaySpan();
    private final double[] sum;
    private final double[] opacity;
    private Painter[] painters = {};
    private int y;

    Row(Projection projection) {
      this.projection = projection;
      width = projection.width();
      rays = new Ray[width];
      for (int i = 0; i < width; i++) {
        rays[i] = new Ray();
      }
      sum = new double[width];
      opacity = new double[width];
    }

    void aim(int row) {
      y = row;
      for (int column = 0; column < width; column++) {
        projection.ray(row, column, rays[column]);
        opacity[column] = 0;
      }
    }

    void regions(List<Placed<Region>> regions, long[] silhouettes) {
      List<Placed<Region>> here = regions.stream().filter(r -> r.meets(y)).toList();
      Painter[] painters = painters(regions.size());
      long[] bits = new long[width];
      boolean[] covered = new boolean[width];
      for (Placed<Region> placed : here) {
        Region region = placed.part;
        Body body = region.body();
        Loft loft = body instanceof Loft l ? l : null;
        long bit = region.outline() < 0 ? 0 : 1L << region.outline();
        boolean covers = region.role() == Region.Role.COVER;
        for (int column = placed.shadow.left(); column < placed.shadow.right(); column++) {
          Ray ray = rays[column];
          // Most are lofts: a call of their own lets the compiler inline the arithmetic.
          if (loft != null ? loft.span(ray, span) : body.span(ray, span)) {
            painters[column].paint(span, region.material());
            covered[column] |= covers;
            bits[column] |= bit;
          }
        }
      }
      for (int column = 0; column < width; column++) {
        silhouettes[y * width + column] =
            covered[column] ? bits[column] & ~LUNG_BITS : bits[column];
        sum[column] = painters[column].integral();
      }
    }

    /// An empty painter for each column; they are made once.
    private Painter[] painters(int regions) {
      if (painters.length == 0) {
        painters = new Painter[width];
        Arrays.setAll(painters, _ -> new Painter(regions));
      }
      for (Painter painter : painters) {
        painter.clear();
      }
      return painters;
    }

    void inserts(List<Placed<Insert>> inserts, double[] sums, long[] silhouettes) {
      for (Placed<Insert> placed : inserts) {
        if (!placed.meets(y)) {
          continue;
        }
        Insert insert = placed.part;
        long bit = insert.outline() < 0 ? 0 : 1L << insert.outline();
        if (insert instanceof Tube tube) {
          tube(tube, placed.shadow, sums, silhouettes, bit);
          continue;
        }
        int right = placed.shadow.right();
        for (int column = placed.shadow.left(); column < right; column++) {
          double value = insert.integral(rays[column], span);
          if (value != 0) {
            sums[column] += value;
            silhouettes[y * width + column] |= bit;
          }
        }
      }
    }

    /// Nearly all inserts are tubes: a loop of their own lets the compiler inline the arithmetic.
    private void tube(
        Tube tube, Projection.Shadow shadow, double[] sums, long[] silhouettes, long bit) {
      int right = shadow.right();
      for (int column = shadow.left(); column < right; column++) {
        double value = tube.integral(rays[column], span);
        if (value != 0) {
          sums[column] += value;
          silhouettes[y * width + column] |= bit;
        }
      }
    }

    void store(LineIntegrals result) {
      for (int column = 0; column < width; column++) {
        int at = y * width + column;
        double stretch = rays[column].stretch();
        double cloud = opacity[column] * stretch;
        boolean lung = (result.silhouettes[at] & LUNG_BITS) != 0;
        result.attenuation[at] = (float) Math.max(0, sum[column] * stretch + cloud);
        result.lungs[at] = (byte) (lung ? 255 : 0);
        result.opacities[at] = (byte) (lung && cloud > OPAQUE ? 255 : 0);
      }
    }
  }
}
