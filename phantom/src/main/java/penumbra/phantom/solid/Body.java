package penumbra.phantom.solid;

/// A convex solid that a ray enters once and leaves once.
public sealed interface Body permits Ellipsoid, Paraboloid, Loft, Overlap, Polytope {
  /// Sets `span` to the part of `ray` inside the body; false where the ray misses it.
  boolean span(Ray ray, RaySpan span);

  /// Whether the point lies inside.
  boolean contains(Vector point);

  /// A box around the body.
  Box box();
}
