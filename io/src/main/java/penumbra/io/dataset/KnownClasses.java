package penumbra.io.dataset;

import java.util.Optional;

/// Kaggle's chest X-ray set: a folder `NORMAL` or `PNEUMONIA` somewhere above the image, the
/// innermost first.
record KnownClasses() implements Layout {
  @Override
  public Optional<Label> label(ImagePlace place) {
    return place.folders().reversed().stream()
        .map(Label::ofFolder)
        .filter(Label::isKnown)
        .findFirst();
  }
}
