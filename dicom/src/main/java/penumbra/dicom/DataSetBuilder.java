package penumbra.dicom;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import penumbra.dicom.Value.Bytes;

/// Builds a new data set. Each element gets its value representation from the standard.
///
/// ```
/// DataSet data =
///     new DataSetBuilder()
///         .text(Tags.MODALITY, "CR")
///         .shorts(Tags.ROWS, 1024)
///         .empty(Tags.PATIENT_SEX)
///         .build();
/// ```
///
/// If two elements have the same tag, the later one counts.
public final class DataSetBuilder {
  private final List<Element> elements = new ArrayList<>();

  /// A builder without elements.
  public DataSetBuilder() {}

  /// Adds ASCII text; several values are separated by `\`.
  public DataSetBuilder text(Tag tag, String text) {
    elements.add(Element.ofText(tag, Dictionary.vr(tag), text));
    return this;
  }

  /// Adds an element of length zero, for elements that the standard requires even if their value is
  /// unknown.
  public DataSetBuilder empty(Tag tag) {
    elements.add(Element.ofBytes(tag, Dictionary.vr(tag), new byte[0]));
    return this;
  }

  /// Adds unsigned numbers of 16 bits.
  public DataSetBuilder shorts(Tag tag, int... values) {
    elements.add(Element.ofUnsignedShorts(tag, values));
    return this;
  }

  /// Adds the number of another element.
  public DataSetBuilder pointer(Tag tag, Tag pointedTo) {
    MemorySegment bytes = MemorySegment.ofArray(new byte[4]);
    ValueLayout.OfShort unit = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    bytes.set(unit, 0, (short) pointedTo.group());
    bytes.set(unit, 2, (short) pointedTo.element());
    elements.add(new Element(tag, Vr.AT, new Bytes(bytes)));
    return this;
  }

  /// Adds a sequence.
  public DataSetBuilder items(Tag tag, DataSet... items) {
    elements.add(Element.ofItems(tag, List.of(items)));
    return this;
  }

  /// Adds elements as they are.
  public DataSetBuilder add(Element... others) {
    return add(List.of(others));
  }

  /// Adds elements as they are.
  public DataSetBuilder add(Collection<Element> others) {
    elements.addAll(others);
    return this;
  }

  /// The data set.
  public DataSet build() {
    return DataSet.of(elements);
  }
}
