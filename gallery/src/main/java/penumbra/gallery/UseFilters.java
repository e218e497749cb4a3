package penumbra.gallery;

import penumbra.core.Boundary;
import penumbra.core.Execution;
import penumbra.core.Filter;
import penumbra.core.NdArray;
import penumbra.core.OutputType;
import penumbra.core.filter.intensity.Normalize;

/// Your own filters are used like all others.
final class UseFilters {
  private UseFilters() {}

  static NdArray picture(NdArray pixels) {
    // @start region="use"
    Filter edges =
        new SigmaFilter(2, 20, Boundary.reflect(), OutputType.DEFAULT)
            .then(new LocalRange(Boundary.reflect(), OutputType.DEFAULT))
            .then(Normalize.toMaximum(255))
            .then(new Gamma(0.5, 255));
    NdArray picture = edges.apply(pixels, Execution.ofThreads(2));
    // @end
    return picture;
  }
}
