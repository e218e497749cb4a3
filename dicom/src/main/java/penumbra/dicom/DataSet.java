package penumbra.dicom;

import java.lang.foreign.MemorySegment;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import penumbra.dicom.Value.Bytes;
import penumbra.dicom.Value.Items;

/// The elements of an object or of a sequence's item, by tag.
///
/// ```
/// int rows = data.integer(Tags.ROWS).orElseThrow();
/// DataSet edited = data.with(Element.ofText(Tags.PATIENT_ID, Vr.LO, "P1"));
/// ```
///
/// Data sets are values: `with` and `without` return new ones. An element that is missing or has
/// length zero reads as empty. An element without a valid number where one is required is a
/// [DicomException].
public final class DataSet {
  private static final DataSet EMPTY = new DataSet(new TreeMap<>(), CharacterSet.DEFAULT);

  private final NavigableMap<Tag, Element> elements;

  /// The character set if the data set does not name one.
  private final CharacterSet inherited;

  /// The character set in use. It is computed once: a damaged element may have a million terms,
  /// which would be parsed again for each text.
  private @Nullable CharacterSet own;

  private DataSet(NavigableMap<Tag, Element> elements, CharacterSet inherited) {
    this.elements = Collections.unmodifiableNavigableMap(elements);
    this.inherited = inherited;
  }

  /// A data set without elements.
  public static DataSet empty() {
    return EMPTY;
  }

  /// A data set of these elements. If two have the same tag, the later one counts.
  public static DataSet of(Collection<Element> elements) {
    NavigableMap<Tag, Element> map = new TreeMap<>();
    elements.forEach(element -> map.put(element.tag(), element));
    return new DataSet(map, CharacterSet.DEFAULT);
  }

  /// A data set of these elements.
  public static DataSet of(Element... elements) {
    return of(List.of(elements));
  }

  /// All elements, in the order of their tags.
  public Collection<Element> elements() {
    return elements.values();
  }

  /// The element with that tag.
  public Optional<Element> element(Tag tag) {
    return Optional.ofNullable(elements.get(tag));
  }

  /// Whether there is an element with that tag, possibly empty.
  public boolean has(Tag tag) {
    return elements.containsKey(tag);
  }

  /// This data set with `element` added or replaced.
  public DataSet with(Element element) {
    NavigableMap<Tag, Element> map = new TreeMap<>(elements);
    map.put(element.tag(), element);
    return new DataSet(map, inherited);
  }

  /// This data set with all elements of `other` added or replaced.
  public DataSet with(DataSet other) {
    NavigableMap<Tag, Element> map = new TreeMap<>(elements);
    map.putAll(other.elements);
    return new DataSet(map, inherited);
  }

  /// This data set without the element `tag`.
  public DataSet without(Tag tag) {
    NavigableMap<Tag, Element> map = new TreeMap<>(elements);
    map.remove(tag);
    return new DataSet(map, inherited);
  }

  /// The bytes of an element that is neither a sequence nor compressed pixel data.
  public Optional<MemorySegment> bytes(Tag tag) {
    return elements.get(tag) instanceof Element(_, _, Bytes(MemorySegment bytes))
        ? Optional.of(bytes)
        : Optional.empty();
  }

  /// The items of a sequence; none if it is missing. Their text is in this data set's character set
  /// unless they name another.
  public List<DataSet> items(Tag tag) {
    if (!(elements.get(tag) instanceof Element(_, _, Items(List<DataSet> items)))) {
      return List.of();
    }
    CharacterSet characters = characters();
    return items.stream().map(item -> new DataSet(item.elements, characters)).toList();
  }

  /// The values of a text element, without padding.
  public List<String> texts(Tag tag) {
    return ElementText.values(elements.get(tag), characters());
  }

  private CharacterSet characters() {
    CharacterSet known = own;
    if (known == null) {
      List<String> terms =
          ElementText.values(elements.get(Tags.SPECIFIC_CHARACTER_SET), CharacterSet.DEFAULT);
      known = terms.isEmpty() ? inherited : CharacterSet.of(terms);
      own = known;
    }
    return known;
  }

  /// The first value of a text element, without padding.
  public Optional<String> text(Tag tag) {
    return texts(tag).stream().findFirst().filter(text -> !text.isEmpty());
  }

  /// The values of a numeric element, either binary (`US`, `FD`, ...) or text (`DS`, `IS`).
  public double[] numbers(Tag tag) throws DicomException {
    return ElementNumbers.values(elements.get(tag));
  }

  /// The first of [#numbers].
  public OptionalDouble number(Tag tag) throws DicomException {
    double[] values = numbers(tag);
    return values.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(values[0]);
  }

  /// The first of [#numbers], which must be whole.
  public OptionalInt integer(Tag tag) throws DicomException {
    OptionalDouble number = number(tag);
    if (number.isEmpty()) {
      return OptionalInt.empty();
    }
    double value = number.getAsDouble();
    if (value != (int) value) {
      throw new DicomException(
          "must have a whole number in " + tag, "has " + value, "ask its maker to correct it");
    }
    return OptionalInt.of((int) value);
  }
}
