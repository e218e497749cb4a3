package penumbra.conformance;

import java.util.Arrays;
import java.util.List;
import penumbra.core.Boundary;
import penumbra.core.DType;
import penumbra.core.OutputType;
import penumbra.core.PerAxis;
import penumbra.core.engine.Footprint;
import penumbra.core.engine.LineFilter;
import penumbra.core.engine.LineFunction;
import penumbra.core.engine.NeighbourhoodFilter;
import penumbra.core.engine.NeighbourhoodFunction;
import penumbra.core.engine.Span;

/// Filters as an author outside of Penumbra writes them. The weighted ones tell the order of the
/// elements apart, and are `weighted` and `weighted_line` of `golden.py`.
final class OwnFilters {
  private OwnFilters() {}

  /// How a function of neighbourhoods is written.
  enum Written {
    BY_WINDOW,
    BY_ELEMENT,
    BY_PLACE
  }

  /// `1 w[0] + 2 w[1] + ...` over the window.
  ///
  /// @param written in which of the three ways
  record WeightedWindow(
      Footprint footprint, PerAxis<Boundary> boundaries, OutputType outputType, Written written)
      implements NeighbourhoodFilter {
    @Override
    public Footprint footprint(int rank) {
      return footprint;
    }

    @Override
    public NeighbourhoodFunction function() {
      return switch (written) {
        case BY_WINDOW -> NeighbourhoodFunction.ofWindows(WeightedWindow::weighted);
        case BY_ELEMENT -> NeighbourhoodFunction.ofElements(WeightedWindow::add);
        case BY_PLACE -> WeightedWindow::sweep;
      };
    }

    static double weighted(double[] window) {
      double sum = 0;
      for (int k = 0; k < window.length; k++) {
        sum += (k + 1) * window[k];
      }
      return sum;
    }

    private static void add(int k, double[] elements, double[] result, int n) {
      for (int x = 0; x < n; x++) {
        result[x] = (k == 0 ? 0 : result[x]) + (k + 1) * elements[x];
      }
    }

    private static void sweep(double[] values, int[] places, double[] result, int n) {
      Arrays.fill(result, 0, n, 0);
      for (int k = 0; k < places.length; k++) {
        for (int x = 0; x < n; x++) {
          result[x] += (k + 1) * values[places[k] + x];
        }
      }
    }
  }

  /// The middle one of the elements in their order; of an even number the right one of the two.
  record Median(Footprint footprint, Boundary boundary) implements NeighbourhoodFilter {
    @Override
    public Footprint footprint(int rank) {
      return footprint;
    }

    @Override
    public NeighbourhoodFunction function() {
      return NeighbourhoodFunction.ofWindows(window -> {
        Arrays.sort(window);
        return window[window.length / 2];
      });
    }

    @Override
    public DType resultType(DType input) {
      return input;
    }
  }

  /// The weighted sum over a window of the line, along each of some axes.
  record WeightedLine(
      Span span, List<Integer> along, PerAxis<Boundary> boundaries, OutputType outputType)
      implements LineFilter {
    @Override
    public Span span(int axis, int rank) {
      return span;
    }

    @Override
    public List<Integer> axes(int rank) {
      return along;
    }

    @Override
    public LineFunction function(int axis, int rank) {
      return (line, result, n) -> {
        Arrays.fill(result, 0, n, 0);
        for (int k = 0; k < span.size(); k++) {
          for (int x = 0; x < n; x++) {
            result[x] += (k + 1) * line[x + k];
          }
        }
        Arrays.fill(line, Double.NaN); // nothing may be read from it again
      };
    }
  }
}
