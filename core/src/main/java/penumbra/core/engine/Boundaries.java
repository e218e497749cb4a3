package penumbra.core.engine;

import java.util.List;
import java.util.stream.IntStream;
import penumbra.core.Boundary;
import penumbra.core.PerAxis;

/// Boundaries, one for each axis of an array.
final class Boundaries {
  private Boundaries() {}

  static List<Boundary> of(PerAxis<Boundary> boundary, int rank) {
    return IntStream.range(0, rank).mapToObj(axis -> boundary.at(axis, rank, "boundary")).toList();
  }
}
