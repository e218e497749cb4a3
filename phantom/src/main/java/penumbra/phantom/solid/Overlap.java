package penumbra.phantom.solid;

/// What two bodies have in common.
public record Overlap(Body first, Body second) implements Body {
  @Override
  public boolean span(Ray ray, RaySpan span) {
    if (!first.span(ray, span)) {
      return false;
    }
    double from = span.from;
    double to = span.to;
    if (!second.span(ray, span)) {
      return false;
    }
    span.from = Math.max(span.from, from);
    span.to = Math.min(span.to, to);
    return span.from < span.to;
  }

  @Override
  public boolean contains(Vector point) {
    return first.contains(point) && second.contains(point);
  }

  @Override
  public Box box() {
    Box a = first.box();
    Box b = second.box();
    return new Box(
        new Vector(
            Math.max(a.low().x(), b.low().x()),
            Math.max(a.low().y(), b.low().y()),
            Math.max(a.low().z(), b.low().z())),
        new Vector(
            Math.min(a.high().x(), b.high().x()),
            Math.min(a.high().y(), b.high().y()),
            Math.min(a.high().z(), b.high().z())));
  }
}
