package penumbra.io.dataset;

import java.util.List;
import java.util.Optional;

/// A convention by which the folders of a set name the class of an image.
interface Layout {
  /// All of them; the first that knows an image's place decides.
  List<Layout> ALL =
      List.of(
          new KnownClasses(), new ImagesBesideMasks(), new PatientFolders(), new ClassFolders());

  /// The class of an image, [Label#NONE] where it has none by this convention; empty where the
  /// image's place is another convention's.
  Optional<Label> label(ImagePlace place);

  /// The class by the first convention that knows the place.
  static Label labelOf(ImagePlace place) {
    for (Layout layout : ALL) {
      Optional<Label> label = layout.label(place);
      if (label.isPresent()) {
        return label.get();
      }
    }
    return Label.NONE;
  }
}
