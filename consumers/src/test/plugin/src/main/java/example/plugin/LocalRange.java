package example.plugin;

import java.util.Arrays;
import penumbra.core.Boundary;
import penumbra.core.OutputType;
import penumbra.core.Polarity;
import penumbra.core.Summary;
import penumbra.core.engine.Footprint;
import penumbra.core.engine.NeighbourhoodFilter;
import penumbra.core.engine.NeighbourhoodFunction;

/**
 * The largest less the smallest of 3 x 3 neighbours.
 *
 * @param boundary what lies beyond the edges
 * @param outputType the type of the result
 */
@Summary("Subtract the smallest from the largest value of 3 x 3 neighbours.")
public record LocalRange(Boundary boundary, OutputType outputType) implements NeighbourhoodFilter {
  @Override
  public Footprint footprint(int rank) {
    return Footprint.cube(3, rank);
  }

  @Override
  public NeighbourhoodFunction function() {
    return NeighbourhoodFunction.ofWindows(
        window -> {
          Arrays.sort(window);
          return window[window.length - 1] - window[0];
        });
  }

  @Override
  public Polarity polarity() {
    return Polarity.INDEPENDENT;
  }
}
