package penumbra.io.format;

/// How much work goes into making a PNG small. The pixels are the same in all.
///
/// Edges of chest radiographs are with `FAST` between 11 % larger (a smoothed gradient) and 7 %
/// smaller (Sobel's) than what zlib makes at its best level of the same filtered rows, in a sixth
/// of the time of its level 3. Where patterns repeat, as in drawings and colour figures, `BALANCED`
/// and `SMALL` also try zlib and keep what is smaller.
public enum PngCompression {
  /// For results by the thousand. The same bytes on every machine.
  FAST(0),
  /// The best of the five filters for each row, and patterns if they are soon found: some ten times
  /// as long. Where patterns win, the bytes depend on the Java runtime's zlib.
  BALANCED(3),
  /// The best of the five filters for each row, and patterns however far away: some hundred times
  /// as long. Where patterns win, the bytes depend on the Java runtime's zlib.
  SMALL(9);

  private final int level;

  PngCompression(int level) {
    this.level = level;
  }

  /// zlib's level, 0 if it is not asked.
  public int level() {
    return level;
  }
}
