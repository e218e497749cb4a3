package penumbra.gallery;

import java.util.Arrays;
import penumbra.core.Boundary;
import penumbra.core.OutputType;
import penumbra.core.engine.Footprint;
import penumbra.core.engine.NeighbourhoodFilter;
import penumbra.core.engine.NeighbourhoodFunction;

// @start region="filter"
/// The largest less the smallest value around each element: 3 x 3 in a picture, 3 x 3 x 3 in a
/// volume.
public record LocalRange(Boundary boundary, OutputType outputType) implements NeighbourhoodFilter {
  @Override
  public Footprint footprint(int rank) {
    return Footprint.cube(3, rank);
  }

  @Override
  public NeighbourhoodFunction function() {
    return NeighbourhoodFunction.ofWindows(window -> {
      Arrays.sort(window);
      return window[window.length - 1] - window[0];
    });
  }
}
// @end
