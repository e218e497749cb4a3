package penumbra.gallery;

import penumbra.core.Boundary;
import penumbra.core.OutputType;
import penumbra.core.engine.Footprint;
import penumbra.core.engine.NeighbourhoodFilter;
import penumbra.core.engine.NeighbourhoodFunction;

// @start region="filter"
/// Lee's sigma filter: the mean of those neighbours that differ from the middle by at most `delta`.
/// It smooths noise and leaves edges.
public record SigmaFilter(int radius, double delta, Boundary boundary, OutputType outputType)
    implements NeighbourhoodFilter {
  @Override
  public Footprint footprint(int rank) {
    return Footprint.cube(2 * radius + 1, rank);
  }

  @Override
  public NeighbourhoodFunction function() {
    return (values, places, result, n) -> {
      int middle = places[places.length / 2];
      double[] sum = new double[n];
      double[] count = new double[n];
      for (int place : places) {
        for (int x = 0; x < n; x++) {
          double value = values[place + x];
          boolean near = Math.abs(value - values[middle + x]) <= delta;
          sum[x] += near ? value : 0;
          count[x] += near ? 1 : 0;
        }
      }
      for (int x = 0; x < n; x++) {
        result[x] = sum[x] / count[x];
      }
    };
  }
}
// @end
