package penumbra.dicom.series;

import java.util.List;
import penumbra.dicom.Tag;

/// What may tell pictures at the same position apart, and so the volumes that they belong to:
/// times, echoes, b-values, kinds of image.
///
/// They are tried in this order. [#NAMING] is the order in which they give volumes their names.
enum Mark {
  STACK("stack", "", 0x0020, 0x9056),
  TIME_INDEX("time", "", 0x0020, 0x9128),
  TIME("time", "", 0x0020, 0x0100),
  ECHO("echo", "", 0x0018, 0x0086),
  ECHO_TIME("echo time", "ms", 0x0018, 0x0081),
  ACQUISITION("acquisition", "", 0x0020, 0x0012),
  B_VALUE("b-value", "s/mm2", 0x0018, 0x9087),
  TRIGGER_TIME("trigger time", "ms", 0x0018, 0x1060),
  IMAGE_TYPE("image type", "", 0x0008, 0x0008),
  ACQUISITION_TIME("acquisition time", "", 0x0008, 0x0032),
  DIRECTION("direction", "", 0x0018, 0x9089),
  DIRECTIONALITY("diffusion", "", 0x0018, 0x9075),
  EFFECTIVE_ECHO_TIME("echo time", "ms", 0x0018, 0x9082),
  TIME_OFFSET("time", "s", 0x0020, 0x930D),
  FRAME_REFERENCE_TIME("time", "ms", 0x0054, 0x1300),
  CARDIAC_DELAY("trigger time", "ms", 0x0020, 0x9153),
  CARDIAC_PHASE("cardiac phase", "%", 0x0020, 0x9241),
  RESPIRATORY_PHASE("respiratory phase", "%", 0x0020, 0x9245),
  PHASE("phase", "", 0x2001, 0x1008),
  INVERSION_TIME("inversion time", "ms", 0x0018, 0x0082),
  FLIP_ANGLE("flip angle", "degrees", 0x0018, 0x1314),
  REPETITION_TIME("repetition time", "ms", 0x0018, 0x0080),
  KERNEL("kernel", "", 0x0018, 0x1210),
  TUBE_VOLTAGE("tube voltage", "kV", 0x0018, 0x0060),
  FRAME_TYPE("image type", "", 0x0008, 0x9007),
  COMPONENT("component", "", 0x0008, 0x9208),
  COMPONENT_NUMBER("component", "", 0x0043, 0x102F),
  ACQUISITION_DATE_TIME("acquisition time", "", 0x0008, 0x002A),
  FRAME_DATE_TIME("acquisition time", "", 0x0018, 0x9074),
  CONTENT_TIME("content time", "", 0x0008, 0x0033),
  DIMENSIONS("dimension", "", 0x0020, 0x9157),
  INSTANCE("instance", "", 0x0020, 0x0013);

  /// Those that told volumes apart by themselves before there were others: they still do so first.
  static final List<Mark> ALONE =
      List.of(
          STACK,
          TIME_INDEX,
          TIME,
          ECHO,
          ECHO_TIME,
          ACQUISITION,
          B_VALUE,
          TRIGGER_TIME,
          IMAGE_TYPE,
          ACQUISITION_TIME);

  static final List<Mark> NAMING =
      List.of(
          B_VALUE,
          DIRECTION,
          DIRECTIONALITY,
          ECHO,
          ECHO_TIME,
          EFFECTIVE_ECHO_TIME,
          TIME_INDEX,
          TIME,
          TIME_OFFSET,
          FRAME_REFERENCE_TIME,
          PHASE,
          CARDIAC_PHASE,
          RESPIRATORY_PHASE,
          CARDIAC_DELAY,
          TRIGGER_TIME,
          INVERSION_TIME,
          FLIP_ANGLE,
          REPETITION_TIME,
          KERNEL,
          TUBE_VOLTAGE,
          COMPONENT,
          COMPONENT_NUMBER,
          FRAME_TYPE,
          IMAGE_TYPE,
          STACK,
          DIMENSIONS,
          ACQUISITION);

  /// Times of day, which order volumes but are no names for them.
  static final List<Mark> TIMES_OF_DAY =
      List.of(ACQUISITION_TIME, CONTENT_TIME, ACQUISITION_DATE_TIME, FRAME_DATE_TIME);

  private final String axis;
  private final String unit;
  private final int group;
  private final int element;

  Mark(String axis, String unit, int group, int element) {
    this.axis = axis;
    this.unit = unit;
    this.group = group;
    this.element = element;
  }

  Tag tag() {
    return Tag.of(group, element);
  }

  /// The slice's place on this axis, for people: numbers are rounded.
  Coordinate at(Slice slice) {
    return new Coordinate(axis, HeaderNumbers.readable(slice.mark(this)), unit);
  }
}
