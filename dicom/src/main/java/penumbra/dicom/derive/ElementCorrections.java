package penumbra.dicom.derive;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import penumbra.dicom.DataSet;
import penumbra.dicom.DateText;
import penumbra.dicom.DicomException;
import penumbra.dicom.Element;
import penumbra.dicom.Tag;

/// Corrects errors in a source's elements that can be corrected without further knowledge, so that
/// a result is valid even if its source was not.
///
/// Dates and times that are written otherwise, `1997.04.24` and `14:04:38`, become `19970424` and
/// `140438`, in sequences too; those that are none, `20200132`, become empty, see [DateText]. An
/// invalid spacing, `0\0`, is removed.
final class ElementCorrections {
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
    return Optional.of(dated(source, element));
  }

  /// The element of `data` with valid dates and times.
  private static Element dated(DataSet data, Element element) {
    return switch (element.vr()) {
      case DA, TM, DT -> DateText.mended(element, data.texts(element.tag()));
      case SQ -> {
        List<DataSet> items = data.items(element.tag());
        yield items.isEmpty()
            ? element
            : Element.ofItems(
                element.tag(), items.stream().map(ElementCorrections::dated).toList());
      }
      default -> element;
    };
  }

  /// The item with valid dates and times.
  static DataSet dated(DataSet item) {
    return DataSet.of(item.elements().stream().map(element -> dated(item, element)).toList());
  }

  private boolean isDistance(Tag tag) {
    try {
      double[] numbers = source.numbers(tag);
      return Arrays.stream(numbers).allMatch(number -> number > 0 && Double.isFinite(number));
    } catch (DicomException noNumbers) {
      return false; // what reads as no number tells no distance
    }
  }
}
