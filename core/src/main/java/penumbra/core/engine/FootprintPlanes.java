package penumbra.core.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

/// The places of a footprint, grouped by their plane of the last two axes.
///
/// @param planes the planes as offsets from the output's plane: an offset for each leading axis
/// @param places the places in C order
/// @param down how far the places extend along the axis before the last
/// @param along likewise along the last axis
record FootprintPlanes(List<int[]> planes, List<Place> places, Span down, Span along) {
  /// A place of the window.
  ///
  /// @param plane the index of its plane
  /// @param row its offset along the axis before the last
  /// @param column likewise along the last axis
  record Place(int plane, int row, int column) {}

  static FootprintPlanes of(Footprint footprint) {
    int rank = footprint.rank();
    List<int[]> planes = new ArrayList<>();
    List<Place> places = new ArrayList<>();
    for (int[] offset : footprint.offsets()) {
      int[] leading = Arrays.copyOf(offset, Math.max(0, rank - 2));
      // In C order the places of a plane follow one another.
      if (planes.isEmpty() || !Arrays.equals(planes.getLast(), leading)) {
        planes.add(leading);
      }
      places.add(new Place(planes.size() - 1, rank == 1 ? 0 : offset[rank - 2], offset[rank - 1]));
    }
    return new FootprintPlanes(
        planes, places, reach(places, Place::row), reach(places, Place::column));
  }

  private static Span reach(List<Place> places, ToIntFunction<Place> offset) {
    int least = places.stream().mapToInt(offset).min().orElse(0);
    int most = places.stream().mapToInt(offset).max().orElse(0);
    return new Span(Math.max(0, -least), Math.max(0, most));
  }

  /// Rows of a plane that are needed at once.
  int height() {
    return down.size();
  }

  /// Rows of all planes that are needed at once.
  int rowsHeld() {
    return planes.size() * height();
  }
}
