package penumbra.dicom.derive;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomException;
import penumbra.dicom.Element;
import penumbra.dicom.Tag;
import penumbra.dicom.Vr;

/// Corrects errors in a source's elements that can be corrected without further knowledge, so that
/// a result is valid even if its source was not.
///
/// Dates and times in the format used before DICOM, `1997.04.24` and `14:04:38`, become `19970424`
/// and `140438`; an invalid spacing, `0\0`, is removed.
final class ElementCorrections {
  private static final Pattern OLD_DATE = Pattern.compile("^(\\d{4})\\.(\\d{2})\\.(\\d{2})$");
  private static final Pattern OLD_TIME =
      Pattern.compile("^(\\d{2}):(\\d{2})(?::(\\d{2}(?:\\.\\d+)?))?$");

  private final DataSet source;
  private final Set<Tag> distances;

  /// @param distances the elements that hold distances
  ElementCorrections(DataSet source, Set<Tag> distances) {
    this.source = source;
    this.distances = distances;
  }

  /// The element, corrected if necessary; empty if it has to be removed.
  Optional<Element> mended(Element element) {
    if (distances.contains(element.tag()) && !isDistance(element.tag())) {
      return Optional.empty();
    }
    return Optional.of(
        switch (element.vr()) {
          case DA -> rewritten(element, OLD_DATE, "$1$2$3");
          case TM -> rewritten(element, OLD_TIME, "$1$2$3");
          default -> element;
        });
  }

  private boolean isDistance(Tag tag) {
    try {
      double[] numbers = source.numbers(tag);
      return Arrays.stream(numbers).allMatch(number -> number > 0 && Double.isFinite(number));
    } catch (DicomException noNumbers) {
      return false; // what reads as no number tells no distance
    }
  }

  private Element rewritten(Element element, Pattern old, String now) {
    String before = String.join("\\", source.texts(element.tag()));
    String after =
        source.texts(element.tag()).stream()
            .map(value -> old.matcher(value).replaceFirst(now))
            .collect(Collectors.joining("\\"));
    Vr vr = element.vr();
    return after.equals(before) ? element : Element.ofText(element.tag(), vr, after);
  }
}
