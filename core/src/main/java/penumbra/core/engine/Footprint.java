package penumbra.core.engine;

import static penumbra.core.InvalidInputException.require;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;

/// The places of a neighbourhood in any number of axes: a box, or any part of one (SciPy's
/// `footprint`).
///
/// ```
/// Footprint square = Footprint.cube(3, 2);       // 3 x 3
/// Footprint plus = Footprint.structure(2, 1);    // the place and its 4 neighbours
/// Footprint disc = Footprint.ball(4.5, 2);
/// Footprint any = Footprint.of(new boolean[] {true, false, true}, 1, 3);
/// ```
///
/// The middle of the box is at the place whose result is computed (for an even length, the right
/// one of the two middle places). An origin moves the box, as in SciPy.
public final class Footprint {
  private final int[] shape;
  private final boolean[] mask;
  private final int[] origin;

  private Footprint(int[] shape, boolean[] mask, int[] origin) {
    this.shape = shape;
    this.mask = mask;
    this.origin = origin;
  }

  /// The places of a box of that shape where `mask`, in C order, is true.
  public static Footprint of(boolean[] mask, int... shape) {
    long places = 1;
    for (int length : shape) {
      if (length < 1) {
        throw InvalidInputException.of(
            "the shape of a footprint",
            "must have lengths of at least 1",
            NdArray.describe(shape),
            "check the lengths");
      }
      places = Math.multiplyExact(places, length);
    }
    if (places != mask.length) {
      throw InvalidInputException.of(
          "the mask of a footprint of shape " + NdArray.describe(shape),
          "must have " + places + " places",
          mask.length,
          "check mask and shape");
    }
    boolean any = false;
    for (boolean place : mask) {
      any |= place;
    }
    require(any, "a footprint", "must have at least 1 place", 0, "mark the places that count");
    return new Footprint(shape.clone(), mask.clone(), new int[shape.length]);
  }

  /// A whole box of that shape.
  public static Footprint box(int... shape) {
    int places = 1;
    for (int length : shape) {
      places = Math.multiplyExact(places, Math.max(1, length));
    }
    boolean[] all = new boolean[places];
    Arrays.fill(all, true);
    return of(all, shape);
  }

  /// A box of length `size` along each of `rank` axes.
  public static Footprint cube(int size, int rank) {
    int[] shape = new int[rank];
    Arrays.fill(shape, size);
    return box(shape);
  }

  /// A place and its neighbours that differ in at most `connectivity` of `rank` axes, as in SciPy's
  /// `generate_binary_structure`: in two axes, 1 gives a plus and 2 the 3 x 3 square.
  public static Footprint structure(int rank, int connectivity) {
    require(
        connectivity >= 0,
        "connectivity",
        "must be at least 0",
        connectivity,
        "give 1 for the nearest neighbours");
    return ball(1, rank, connectivity);
  }

  /// The places whose centres are within `radius` of the centre, in `rank` axes.
  public static Footprint ball(double radius, int rank) {
    require(
        radius >= 0 && Double.isFinite(radius),
        "radius",
        "must be a finite number of at least 0",
        radius,
        "give it in elements");
    return ball((int) radius, rank, radius * radius);
  }

  private static Footprint ball(int reach, int rank, double most) {
    Footprint box = cube(2 * reach + 1, rank);
    boolean[] inside = new boolean[box.mask.length];
    for (int place = 0; place < inside.length; place++) {
      long squares = 0;
      for (int step : box.offset(place)) {
        squares += (long) step * step;
      }
      inside[place] = squares <= most;
    }
    return of(inside, box.shape);
  }

  /// The same box moved by SciPy's `origin`, one for each axis: with a positive origin the box
  /// starts further in front. The box must still cover the output's place.
  public Footprint withOrigin(int... newOrigin) {
    if (newOrigin.length != rank()) {
      throw InvalidInputException.of(
          "the origin of a footprint",
          "must have " + rank() + " values",
          Arrays.toString(newOrigin),
          "give one for each axis");
    }
    for (int axis = 0; axis < rank(); axis++) {
      Span.of(shape[axis], newOrigin[axis]);
    }
    return new Footprint(shape, mask, newOrigin.clone());
  }

  /// The same on some axes of an array of `rank` axes: SciPy's `axes`. The first axis of the
  /// footprint goes along the first of `axes`, and so on; negative ones count from the last.
  public Footprint onAxes(int rank, int... axes) {
    if (axes.length != rank()) {
      throw InvalidInputException.of(
          "the axes of a footprint",
          "must be " + rank(),
          axes.length,
          "name one axis of the array for each of the footprint's");
    }
    int[] order = new int[rank];
    Arrays.fill(order, -1);
    for (int own = 0; own < axes.length; own++) {
      int axis = axes[own] < 0 ? axes[own] + rank : axes[own];
      if (!(axis >= 0 && axis < rank && order[axis] < 0)) {
        throw InvalidInputException.of(
            "the axes of a footprint",
            "must differ and lie in " + -rank + ".." + (rank - 1),
            Arrays.toString(axes),
            "count axes from 0, or from -1 at the end");
      }
      order[axis] = own;
    }
    return spread(order);
  }

  /// With the own axis `order[axis]` as `axis`, or none if that is -1.
  private Footprint spread(int[] order) {
    int[] newShape = new int[order.length];
    int[] newOrigin = new int[order.length];
    for (int axis = 0; axis < order.length; axis++) {
      newShape[axis] = order[axis] < 0 ? 1 : shape[order[axis]];
      newOrigin[axis] = order[axis] < 0 ? 0 : origin[order[axis]];
    }
    boolean[] newMask = new boolean[mask.length];
    for (int place = 0; place < mask.length; place++) {
      int rest = place;
      int[] index = new int[shape.length];
      for (int axis = order.length - 1; axis >= 0; axis--) {
        if (order[axis] >= 0) {
          index[order[axis]] = rest % newShape[axis];
        }
        rest /= newShape[axis];
      }
      int from = 0;
      for (int own = 0; own < shape.length; own++) {
        from = from * shape[own] + index[own];
      }
      newMask[place] = mask[from];
    }
    return new Footprint(newShape, newMask, newOrigin);
  }

  /// The number of axes.
  public int rank() {
    return shape.length;
  }

  /// The length of the box along each axis.
  public int[] shape() {
    return shape.clone();
  }

  /// How far the box reaches along `axis`.
  public Span span(int axis) {
    return Span.of(shape[axis], origin[axis]);
  }

  /// The number of places, which is how many elements a window has.
  public int size() {
    int count = 0;
    for (boolean place : mask) {
      count += place ? 1 : 0;
    }
    return count;
  }

  /// The offsets of the places from the place whose result is computed: one row for each, in C
  /// order, which is the order of the elements of a window.
  public int[][] offsets() {
    int[][] offsets = new int[size()][];
    int found = 0;
    for (int place = 0; place < mask.length; place++) {
      if (mask[place]) {
        offsets[found++] = offset(place);
      }
    }
    return offsets;
  }

  private int[] offset(int place) {
    int[] offset = new int[shape.length];
    int rest = place;
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      offset[axis] = rest % shape[axis] - shape[axis] / 2 - origin[axis];
      rest /= shape[axis];
    }
    return offset;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Footprint that
        && Arrays.equals(shape, that.shape)
        && Arrays.equals(mask, that.mask)
        && Arrays.equals(origin, that.origin);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * Arrays.hashCode(shape) + Arrays.hashCode(mask)) + Arrays.hashCode(origin);
  }

  /// For example `5 places of (3, 3)`.
  @Override
  public String toString() {
    boolean moved = Arrays.stream(origin).anyMatch(o -> o != 0);
    return size()
        + " places of "
        + NdArray.describe(shape)
        + (moved ? " origin " + NdArray.describe(origin) : "");
  }
}
