package penumbra.gallery;

import penumbra.core.Boundary;
import penumbra.core.DType;
import penumbra.core.engine.Footprint;
import penumbra.core.engine.NeighbourhoodFilter;
import penumbra.core.engine.NeighbourhoodFunction;

// @start region="filter"
/// The largest value within `radius` of each element; it keeps the input's type.
public record LocalMaximum(double radius, Boundary boundary) implements NeighbourhoodFilter {
  @Override
  public Footprint footprint(int rank) {
    return Footprint.ball(radius, rank);
  }

  @Override
  public NeighbourhoodFunction function() {
    return NeighbourhoodFunction.ofElements((k, elements, result, n) -> {
      for (int x = 0; x < n; x++) {
        result[x] = k == 0 ? elements[x] : Math.max(result[x], elements[x]);
      }
    });
  }

  @Override
  public DType resultType(DType input) {
    return input;
  }
}
// @end
