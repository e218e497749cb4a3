package penumbra.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import penumbra.core.Boundary;
import penumbra.core.Filter;
import penumbra.core.PerAxis;
import penumbra.core.engine.Correlation;
import penumbra.core.engine.Footprint;
import penumbra.core.engine.Pass;
import penumbra.core.engine.Span;
import penumbra.core.engine.Weights;

/// The calls of golden cases whose filters are written here, on the open engine.
final class EngineCalls {
  private EngineCalls() {}

  static Filter filter(String name, GoldenCase golden) {
    return switch (name) {
      case "generic-filter" ->
          new OwnFilters.WeightedWindow(
              footprint(golden),
              PerAxis.of(golden.boundary()),
              golden.outputType(),
              OwnFilters.Written.BY_WINDOW);
      case "median" -> new OwnFilters.Median(footprint(golden), golden.boundary());
      case "generic-filter1d" ->
          new OwnFilters.WeightedLine(
              Span.of(golden.whole("size"), golden.whole("origin")),
              List.of(golden.whole("axis")),
              PerAxis.of(golden.boundary()),
              golden.outputType());
      case "correlate1d" -> correlation(golden);
      default -> throw new IllegalArgumentException("no filter for the golden file " + name);
    };
  }

  private static Footprint footprint(GoldenCase golden) {
    String marks = golden.text("mask");
    boolean[] mask = new boolean[marks.length()];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = marks.charAt(i) == '1';
    }
    int[] shape =
        GeneratedInput.shape(golden.text("footprint")).stream()
            .mapToInt(Integer::intValue)
            .toArray();
    return Footprint.of(mask, shape).withOrigin(wholes(golden.text("origin")));
  }

  /// All passes in one correlation. Axes without a pass have no boundary of their own.
  private static Filter correlation(GoldenCase golden) {
    int[] axes = Arrays.stream(split(golden, "axis")).mapToInt(Integer::parseInt).toArray();
    int rank = GeneratedInput.named(golden.text("input")).shape().size();
    List<Boundary> boundaries = new ArrayList<>();
    for (int axis = 0; axis < rank; axis++) {
      boundaries.add(Boundary.reflect());
    }
    List<Pass> passes = new ArrayList<>();
    for (int i = 0; i < axes.length; i++) {
      double[] weights =
          Arrays.stream(split(golden, "weights")[i].split(",", -1))
              .mapToDouble(Double::parseDouble)
              .toArray();
      int origin = Integer.parseInt(split(golden, "origin")[i]);
      passes.add(new Pass(axes[i], Weights.of(weights).withOrigin(origin)));
      double value = Double.parseDouble(split(golden, "cval")[i]);
      boundaries.set(axes[i], Boundary.named(split(golden, "boundary")[i], value));
    }
    return Correlation.of(passes.toArray(Pass[]::new))
        .withBoundary(boundaries.toArray(Boundary[]::new))
        .withOutputType(golden.outputType());
  }

  private static String[] split(GoldenCase golden, String key) {
    return golden.text(key).split(";", -1);
  }

  private static int[] wholes(String text) {
    return Arrays.stream(text.split(",", -1)).mapToInt(Integer::parseInt).toArray();
  }
}
