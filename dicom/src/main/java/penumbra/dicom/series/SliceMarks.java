package penumbra.dicom.series;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomException;
import penumbra.dicom.Dictionary;
import penumbra.dicom.Element;
import penumbra.dicom.Tag;
import penumbra.dicom.Tags;
import penumbra.dicom.Value.Bytes;
import penumbra.dicom.Vr;

/// Reads the [Mark]s of a picture, of several frames from their functional groups.
final class SliceMarks {
  private static final int LONGEST = 64;
  private static final int MOST_DIMENSIONS = 8;
  private static final Tag DIFFUSION_SEQUENCE = Tag.of(0x0018, 0x9117);
  private static final Tag GRADIENT_SEQUENCE = Tag.of(0x0018, 0x9076);
  private static final Tag DIMENSION_SEQUENCE = Tag.of(0x0020, 0x9222);
  private static final Tag DIMENSION_POINTER = Tag.of(0x0020, 0x9165);
  private static final Tag DIMENSION_LABEL = Tag.of(0x0020, 0x9421);
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  /// The functional groups that hold marks.
  private static final List<Tag> GROUPS =
      List.of(
          Tag.of(0x0020, 0x9111), // Frame Content
          DIFFUSION_SEQUENCE,
          Tag.of(0x0018, 0x9114), // MR Echo
          Tag.of(0x0018, 0x9112), // MR Timing and Related Parameters
          Tag.of(0x0018, 0x9115), // MR Modifier
          Tag.of(0x0018, 0x9118), // Cardiac Synchronization
          Tag.of(0x0020, 0x9253), // Respiratory Synchronization
          Tag.of(0x0020, 0x9310), // Temporal Position
          Tag.of(0x0018, 0x9226), // MR Image Frame Type
          Tag.of(0x0018, 0x9329), // CT Image Frame Type
          Tag.of(0x0018, 0x9751), // PET Frame Type
          Tag.of(0x0018, 0x9314), // CT Reconstruction
          Tag.of(0x0018, 0x9325)); // CT X-Ray Details

  /// What only says where a picture lies tells none apart at one position.
  private static final List<Tag> PLACES =
      List.of(
          Tag.of(0x0020, 0x9057), // In-Stack Position Number
          Tags.IMAGE_POSITION_PATIENT,
          Tags.IMAGE_ORIENTATION_PATIENT,
          Tags.SLICE_LOCATION,
          Tag.of(0x0020, 0x9113), // Plane Position Sequence
          Tag.of(0x0020, 0x9116)); // Plane Orientation Sequence

  private final DataSet data;
  private final List<Optional<String>> dimensions;
  private final Map<Mark, String> ofMaker;

  SliceMarks(DataSet data) {
    this.data = data;
    this.dimensions =
        data.items(DIMENSION_SEQUENCE).stream()
            .limit(MOST_DIMENSIONS)
            .map(SliceMarks::dimension)
            .toList();
    this.ofMaker = ofMaker(data);
  }

  /// The marks of the only frame.
  Map<String, String> ofFile() {
    return of(DataSet.empty());
  }

  /// Those of a frame with these functional groups besides the shared ones.
  Map<String, String> of(DataSet shared, DataSet own) {
    return of(flat(flat(DataSet.empty(), shared), own));
  }

  private static DataSet flat(DataSet before, DataSet groups) {
    DataSet all = before;
    for (Tag group : GROUPS) {
      Optional<DataSet> item = groups.items(group).stream().findFirst();
      if (item.isPresent()) {
        all = all.with(item.get());
        if (group.equals(DIFFUSION_SEQUENCE)) {
          for (DataSet gradient : item.get().items(GRADIENT_SEQUENCE)) {
            all = all.with(gradient);
          }
        }
      }
    }
    return all;
  }

  private Map<String, String> of(DataSet frame) {
    Map<String, String> marks = new HashMap<>();
    for (Mark mark : Mark.values()) {
      String text = standard(frame, mark);
      String known = text.isEmpty() ? ofMaker.getOrDefault(mark, "") : text;
      if (!known.isEmpty()) {
        marks.put(mark.name(), known);
      }
    }
    return Map.copyOf(marks);
  }

  private String standard(DataSet frame, Mark mark) {
    if (mark == Mark.DIMENSIONS) {
      return place(frame);
    }
    if (mark.tag().isPrivate()) {
      return "";
    }
    return frame
        .element(mark.tag())
        .or(() -> data.element(mark.tag()))
        .map(SliceMarks::text)
        .orElse("");
  }

  private static Map<Mark, String> ofMaker(DataSet data) {
    var maker = new PrivateElements(data);
    var diffusion = new DiffusionElements(data);
    return Map.of(
        Mark.B_VALUE,
        HeaderNumbers.of(diffusion.value()),
        Mark.DIRECTION,
        HeaderNumbers.of(diffusion.direction()),
        Mark.PHASE,
        HeaderNumbers.of(maker.numbers("Philips Imaging DD 001", 0x2001, 0x08, Vr.IS)),
        Mark.COMPONENT_NUMBER,
        HeaderNumbers.of(maker.numbers("GEMS_PARM_01", 0x0043, 0x2F, Vr.SS)));
  }

  /// Equal values give equal text; the end of a long one does not count.
  private static String text(Element element) {
    if (!(element.value() instanceof Bytes(MemorySegment bytes)) || bytes.byteSize() == 0) {
      return "";
    }
    MemorySegment start = bytes.asSlice(0, Math.min(bytes.byteSize(), LONGEST));
    if (element.vr().isText() || element.vr() == Vr.UN) {
      return PrivateElements.text(start);
    }
    try {
      Element number = new Element(element.tag(), element.vr(), new Bytes(start));
      return HeaderNumbers.of(DataSet.of(number).numbers(element.tag()));
    } catch (DicomException noNumbers) {
      return PrivateElements.text(start);
    }
  }

  /// Where the frame lies on the axes that the object names, except those of space: `Temporal
  /// Position Index 2`.
  private String place(DataSet frame) {
    List<String> parts = new ArrayList<>();
    try {
      double[] indices = frame.numbers(Mark.DIMENSIONS.tag());
      for (int i = 0; i < Math.min(indices.length, dimensions.size()); i++) {
        double index = indices[i];
        dimensions.get(i).ifPresent(name -> parts.add(name + " " + HeaderNumbers.of(index)));
      }
    } catch (DicomException noNumbers) {
      return ""; // as good as none
    }
    return String.join(", ", parts);
  }

  /// The name of an axis; empty for those of space.
  private static Optional<String> dimension(DataSet item) {
    Optional<MemorySegment> pointer = item.bytes(DIMENSION_POINTER);
    if (pointer.isEmpty() || pointer.get().byteSize() < 4) {
      return Optional.of("dimension");
    }
    int group = pointer.get().get(SHORT, 0) & 0xFFFF;
    int element = pointer.get().get(SHORT, 2) & 0xFFFF;
    Tag tag = Tag.of(group, element);
    if (PLACES.contains(tag)) {
      return Optional.empty();
    }
    return Optional.of(
        Dictionary.name(tag)
            .or(() -> item.text(DIMENSION_LABEL))
            .filter(name -> name.length() <= LONGEST)
            .orElse(tag.toString()));
  }
}
