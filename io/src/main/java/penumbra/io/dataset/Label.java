package penumbra.io.dataset;

import java.util.Locale;

/// What an image shows, by the name of its folder.
///
/// @param name `NORMAL`, `PNEUMONIA`, another class's folder name as it is on disk, or empty
public record Label(String name) implements Comparable<Label> {
  /// A healthy chest.
  public static final Label NORMAL = new Label("NORMAL");

  /// Pneumonia, bacterial or viral.
  public static final Label PNEUMONIA = new Label("PNEUMONIA");

  /// More than one finding, by a label file that allows several.
  public static final Label SEVERAL = new Label("several findings");

  /// No class known.
  public static final Label NONE = new Label("");

  /// The label of a folder: the known ones in any case, any other name as it is.
  static Label ofFolder(String folder) {
    String upper = folder.toUpperCase(Locale.ROOT);
    return upper.equals(NORMAL.name) || upper.equals(PNEUMONIA.name)
        ? new Label(upper)
        : new Label(folder);
  }

  /// Whether this is [#NORMAL] or [#PNEUMONIA].
  public boolean isKnown() {
    return equals(NORMAL) || equals(PNEUMONIA);
  }

  @Override
  public int compareTo(Label other) {
    return name.compareTo(other.name);
  }

  /// The name, or `none`.
  @Override
  public String toString() {
    return name.isEmpty() ? "none" : name;
  }
}
