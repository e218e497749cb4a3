package penumbra.dicom;

import java.util.Locale;

/// The number of a data element.
///
/// ```
/// Tag rows = Tag.of(0x0028, 0x0010);
/// rows.toString();   // (0028,0010)
/// ```
///
/// @param value the group in the upper 16 bits, the element in the lower; ordered as unsigned
public record Tag(int value) implements Comparable<Tag> {
  /// The tag (group, element).
  public static Tag of(int group, int element) {
    return new Tag(group << 16 | (element & 0xFFFF));
  }

  /// The upper 16 bits.
  public int group() {
    return value >>> 16;
  }

  /// The lower 16 bits.
  public int element() {
    return value & 0xFFFF;
  }

  /// Whether it is a vendor's private element: its group is odd.
  public boolean isPrivate() {
    return (group() & 1) == 1;
  }

  @Override
  public int compareTo(Tag other) {
    return Integer.compareUnsigned(value, other.value);
  }

  /// In the standard's form, `(0028,0010)`.
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "(%04X,%04X)", group(), element());
  }
}
