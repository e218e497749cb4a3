package penumbra.bench;

/// One measurement: a contender, an operation, a number of threads, and the side of a square
/// picture.
record Cell(Row row, Contender contender, int threads, int side) {
  /// The default side of the picture: one megapixel.
  static final int SIDE = 1024;

  private static final String SEPARATOR = ":";

  /// On the picture of one megapixel.
  Cell(Row row, Contender contender, int threads) {
    this(row, contender, threads, SIDE);
  }

  /// The inverse of [#toString].
  static Cell parse(String text) {
    String[] parts = text.split(SEPARATOR, -1);
    return new Cell(
        Row.ofId(parts[0]),
        Contender.valueOf(parts[1]),
        Integer.parseInt(parts[2]),
        Integer.parseInt(parts[3]));
  }

  long pixels() {
    return (long) side * side;
  }

  /// As JMH's parameter: `gaussian-1-f32:FAST:2:1024`.
  @Override
  public String toString() {
    return String.join(
        SEPARATOR, row.id(), contender.name(), Integer.toString(threads), Integer.toString(side));
  }
}
