package penumbra.io.format;

/// How much time is spent on making a PNG small. The pixels are always the same.
///
/// For edge images of chest radiographs, `FAST` gives files between 11 % larger (a smoothed
/// gradient) and 7 % smaller (Sobel) than zlib's best level for the same filtered rows, in a sixth
/// of the time of zlib's level 3. `BALANCED` and `SMALL` also try zlib and keep the smaller result.
/// This helps if patterns repeat, as in drawings and colour figures.
public enum PngCompression {
  /// For thousands of results. The same bytes on every machine.
  FAST(0),
  /// The best of the five filters for each row, and nearby patterns: some ten times as slow. If
  /// patterns win, the bytes depend on the Java runtime's zlib.
  BALANCED(3),
  /// The best of the five filters for each row, and patterns at any distance: some hundred times as
  /// slow. If patterns win, the bytes depend on the Java runtime's zlib.
  SMALL(9);

  private final int level;

  PngCompression(int level) {
    this.level = level;
  }

  /// zlib's level, 0 if zlib is not used.
  public int level() {
    return level;
  }
}
