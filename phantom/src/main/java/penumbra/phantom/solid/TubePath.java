package penumbra.phantom.solid;

import java.util.ArrayList;
import java.util.List;

/// A bent tube, laid out as points with radii; it becomes a chain of [Tube] pieces.
///
/// ```
/// new TubePath().add(a, facing, 0.4, 0.7).add(b, facing, 0.4, 0.7).pieces(difference, outline)
/// ```
public final class TubePath {
  private record Station(Vector point, Vector facing, double radiusFacing, double radiusAcross) {}

  private final List<Station> stations = new ArrayList<>();

  /// Adds a point of the axis; `radiusFacing` is the radius toward `facing`, `radiusAcross` the one
  /// at right angles to it.
  public TubePath add(Vector point, Vector facing, double radiusFacing, double radiusAcross) {
    stations.add(new Station(point, facing, radiusFacing, radiusAcross));
    return this;
  }

  /// Adds a point with a round cross-section.
  public TubePath add(Vector point, double radius) {
    return add(point, new Vector(0, 0, 1), radius, radius);
  }

  /// The same tube with its two flat ends rounded off.
  public TubePath rounded() {
    var path = new TubePath();
    int last = stations.size() - 1;
    Station first = stations.get(0);
    Station end = stations.get(last);
    path.cap(first, direction(0).times(-1), -1);
    path.stations.addAll(stations);
    path.cap(end, direction(last - 1), 1);
    return path;
  }

  private void cap(Station station, Vector outward, int order) {
    double radius = Math.min(station.radiusFacing, station.radiusAcross);
    double[] way = {0.35, 0.65, 0.85, 0.97};
    for (int i = 0; i < way.length; i++) {
      double along = way[order > 0 ? i : way.length - 1 - i];
      double narrow = Math.sqrt(1 - along * along);
      add(
          station.point.plus(outward.times(along * radius)),
          station.facing,
          station.radiusFacing * narrow,
          station.radiusAcross * narrow);
    }
  }

  /// The pieces of the tube with each radius smaller by `wall`, where that leaves anything.
  public List<Tube> pieces(double wall, double difference, int outline) {
    List<Tube> pieces = new ArrayList<>();
    int last = stations.size() - 1;
    for (int i = 0; i < last; i++) {
      Station a = stations.get(i);
      Station b = stations.get(i + 1);
      double facing = (a.radiusFacing + b.radiusFacing) / 2 - wall;
      double across = (a.radiusAcross + b.radiusAcross) / 2 - wall;
      if (facing > 0.01 && across > 0.01) {
        Vector before = i == 0 ? direction(i) : direction(i - 1).plus(direction(i)).unit();
        Vector after = i == last - 1 ? direction(i) : direction(i).plus(direction(i + 1)).unit();
        pieces.add(piece(a, b, before, after, facing, across, difference, outline));
      }
    }
    return pieces;
  }

  /// A hollow bone: a cortical wall set into muscle, filled with spongiosa.
  public List<Tube> bone(double wall, int outline) {
    List<Tube> pieces =
        new ArrayList<>(pieces(0, Material.CORTICAL_BONE.over(Material.MUSCLE), outline));
    pieces.addAll(pieces(wall, Material.SPONGIOSA.over(Material.CORTICAL_BONE), -1));
    return pieces;
  }

  private Vector direction(int i) {
    return stations.get(i + 1).point.minus(stations.get(i).point).unit();
  }

  /// The change of the radii per cm, against their mean.
  private static double taper(Station a, Station b) {
    double length = b.point.minus(a.point).length();
    double facing = (b.radiusFacing - a.radiusFacing) / (a.radiusFacing + b.radiusFacing);
    double across = (b.radiusAcross - a.radiusAcross) / (a.radiusAcross + b.radiusAcross);
    return (facing + across) / length;
  }

  private static Tube piece(
      Station a,
      Station b,
      Vector before,
      Vector after,
      double facing,
      double across,
      double difference,
      int outline) {
    Vector axis = b.point.minus(a.point).unit();
    Vector first = a.facing.plus(b.facing).acrossTo(axis);
    Vector second = axis.cross(first);
    double taper = taper(a, b);
    double slant = Math.max(slant(before, axis), slant(after, axis)) * Math.max(facing, across);
    double grown = 1 + Math.abs(taper) * (b.point.minus(a.point).length() / 2 + 2 * slant);
    Vector reach = reach(first.times(grown * facing), second.times(grown * across), axis, slant);
    return new Tube(
        a.point.plus(b.point).times(0.5),
        first.times(1 / facing),
        second.times(1 / across),
        axis.times(taper),
        new Polytope.Face(before, before.dot(a.point)),
        new Polytope.Face(after.times(-1), -after.dot(b.point)),
        difference,
        Box.around(a.point, reach).and(Box.around(b.point, reach)),
        outline);
  }

  /// How far a cutting plane leans along the axis, per cm away from it.
  private static double slant(Vector normal, Vector axis) {
    double along = Math.max(0.2, normal.dot(axis));
    return Math.sqrt(Math.max(0, 1 - along * along)) / along;
  }

  /// The half-widths of a box around an end's ellipse, moved along the axis by `slant` either way.
  private static Vector reach(Vector first, Vector second, Vector axis, double slant) {
    double way = 1.5 * slant;
    return new Vector(
        StrictMath.hypot(first.x(), second.x()) + way * Math.abs(axis.x()),
        StrictMath.hypot(first.y(), second.y()) + way * Math.abs(axis.y()),
        StrictMath.hypot(first.z(), second.z()) + way * Math.abs(axis.z()));
  }
}
