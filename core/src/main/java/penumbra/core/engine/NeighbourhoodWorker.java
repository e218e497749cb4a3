package penumbra.core.engine;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import penumbra.core.Boundary;
import penumbra.core.DType;
import penumbra.core.NdArray;
import penumbra.core.engine.stream.Block;
import penumbra.core.engine.stream.DoubleLineArithmetic;
import penumbra.core.engine.stream.RowRing;
import penumbra.core.engine.stream.RowSource;

/// One thread's part of a neighbourhood filter, in one block of columns.
///
/// One array holds all rings. Behind them it holds one line of the constant for each leading axis,
/// for planes beyond the edges of that axis.
final class NeighbourhoodWorker {
  private final NeighbourhoodFunction function;
  private final NdArray input;
  private final MemorySegment target;
  private final FootprintPlanes window;
  private final List<Boundary> boundaries;
  private final Block block;
  private final DoubleLineArithmetic lanes;
  private final List<RowRing<double[]>> rings = new ArrayList<>();
  private final double[] values;
  private final double[] result;
  private final int[] places;
  private final int constantAt;
  private final int width;
  private final long[] source;
  private long plane = -1;

  NeighbourhoodWorker(
      NeighbourhoodFunction function,
      NdArray input,
      DType type,
      MemorySegment target,
      FootprintPlanes window,
      List<Boundary> boundaries,
      Block block) {
    this.function = function;
    this.input = input;
    this.target = target;
    this.window = window;
    this.boundaries = boundaries;
    this.block = block;
    this.lanes = new DoubleLineArithmetic(type, false);
    int before = window.along().before();
    int after = window.along().after();
    this.width = before + block.columns() + after;
    int ring = RowRing.places(lanes, width, window.height());
    int planes = window.planes().size();
    this.constantAt = Math.multiplyExact(planes, ring);
    int leading = Math.max(0, input.rank() - 2);
    this.values = lanes.line(Math.addExact(constantAt, Math.multiplyExact(leading, width)));
    for (int axis = 0; axis < leading; axis++) {
      int at = constantAt + axis * width;
      lanes.fill(values, at, at + width, boundaries.get(axis).outside());
    }
    this.result = lanes.line(block.columns());
    this.places = new int[window.places().size()];
    this.source = new long[planes];
    RowSource<double[]> rows = RowSource.of(lanes, input, block.planeRows(), block.planeColumns());
    for (int p = 0; p < planes; p++) {
      rings.add(
          new RowRing<>(
              lanes, rows, block, null, before, after, window.height(), values, p * ring));
    }
  }

  /// Filters the rows `[from, to)`, counted over all planes.
  void run(int from, int to) {
    for (int row = from; row < to; row++) {
      int y = row % block.planeRows();
      enter(row / block.planeRows());
      findPlaces(y);
      function.apply(values, places, result, block.columns());
      lanes.store(
          result, target, (long) row * block.planeColumns() + block.column(), block.columns());
    }
  }

  /// Finds the planes that the windows of a plane reach.
  private void enter(long newPlane) {
    if (newPlane == plane) {
      return;
    }
    plane = newPlane;
    for (int p = 0; p < source.length; p++) {
      source[p] = plane(window.planes().get(p));
    }
  }

  /// The plane at those offsets from the current one; `-1 - axis` if it is beyond the edges of an
  /// axis whose boundary is a constant.
  private long plane(int[] steps) {
    long found = 0;
    long size = 1;
    long rest = plane;
    long outside = 0;
    for (int axis = steps.length - 1; axis >= 0; axis--) {
      int length = input.length(axis);
      int index = boundaries.get(axis).index((int) (rest % length) + steps[axis], length);
      if (index == Boundary.OUTSIDE) {
        outside = -1L - axis;
      }
      found += index * size;
      size *= length;
      rest /= length;
    }
    return outside < 0 ? outside : found;
  }

  /// Loads the rows that the windows of row `y` need, and computes the positions of their elements.
  private void findPlaces(int y) {
    for (int p = 0; p < source.length; p++) {
      if (source[p] >= 0) {
        rings.get(p).need(source[p], y - window.down().before(), y + window.down().after());
      }
    }
    int margin = window.along().before();
    for (int k = 0; k < places.length; k++) {
      FootprintPlanes.Place place = window.places().get(k);
      long from = source[place.plane()];
      int row =
          from >= 0
              ? rings.get(place.plane()).at(y + place.row())
              : constantAt + (int) (-1L - from) * width;
      places[k] = row + margin + place.column();
    }
  }
}
