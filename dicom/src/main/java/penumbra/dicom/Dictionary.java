package penumbra.dicom;

import java.util.List;
import java.util.Optional;

/// The standard's registry of data elements, PS3.6.
///
/// ```
/// Dictionary.keyword(Tags.ROWS);          // Optional[Rows]
/// Dictionary.tag("PixelSpacing");         // Optional[(0028,0030)]
/// Dictionary.vr(Tag.of(0x6002, 0x3000));  // OB: overlays repeat in the groups 6000, 6002, ...
/// ```
///
/// It is loaded on first use. It does not contain vendors' private elements.
public final class Dictionary {
  private Dictionary() {}

  /// The standard's entry for an element.
  ///
  /// @param vrs its allowed value representations, the usual one first
  /// @param keyword its name as one word, `PixelSpacing`
  /// @param name its name, `Pixel Spacing`
  public record Entry(List<Vr> vrs, String keyword, String name) {
    public Entry {
      vrs = List.copyOf(vrs);
    }
  }

  /// The entry of an element, if it is in the registry.
  public static Optional<Entry> entry(Tag tag) {
    return DictionaryTable.standard().entry(tag.value());
  }

  /// The usual value representation: `UL` for the length of a group, `LO` for the creator of
  /// private elements, and `UN` for those that the registry does not list.
  public static Vr vr(Tag tag) {
    if (tag.element() == 0) {
      return Vr.UL;
    }
    if (tag.isPrivate()) {
      return tag.element() >= 0x10 && tag.element() <= 0xFF ? Vr.LO : Vr.UN;
    }
    return entry(tag).map(entry -> entry.vrs().getFirst()).orElse(Vr.UN);
  }

  /// The keyword of an element, if it is in the registry.
  public static Optional<String> keyword(Tag tag) {
    return entry(tag).map(Entry::keyword);
  }

  /// The name of an element, if it is in the registry.
  public static Optional<String> name(Tag tag) {
    return entry(tag).map(Entry::name);
  }

  /// The element of a keyword; if it repeats in several groups, the first.
  public static Optional<Tag> tag(String keyword) {
    return DictionaryTable.standard().tag(keyword);
  }
}
