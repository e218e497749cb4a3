package penumbra.phantom;

/// A convex solid that a ray enters once and leaves once.
sealed interface Body permits Ellipsoid, Paraboloid, Loft, Overlap, Polytope {
  /// Sets `span` to the part of `ray` inside the body; false where the ray misses it.
  boolean span(Ray ray, Span span);

  /// Whether the point lies inside.
  boolean contains(Vector point);

  /// A box around the body.
  Box box();
}
