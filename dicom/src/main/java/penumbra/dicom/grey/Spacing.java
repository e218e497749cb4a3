package penumbra.dicom.grey;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomException;
import penumbra.dicom.Tag;
import penumbra.dicom.Tags;

/// The distance between neighbouring pixels.
///
/// @param rows between rows, downwards, in millimetres
/// @param columns between columns, in millimetres
/// @param where whether in the patient or at the detector, and the element that says it
public record Spacing(double rows, double columns, String where) {
  /// The spacing by the first valid element: in the patient, else at the detector, divided by the
  /// magnification if that is known. Invalid elements are reported to `odd` and ignored.
  public static Optional<Spacing> of(DataSet attributes, Consumer<String> odd) {
    Optional<Spacing> patient =
        read(attributes, Tags.PIXEL_SPACING, "Pixel Spacing", "in the patient", odd);
    if (patient.isPresent()) {
      return patient;
    }
    Optional<Spacing> detector =
        read(attributes, Tags.IMAGER_PIXEL_SPACING, "Imager Pixel Spacing", "at the detector", odd);
    if (detector.isPresent()) {
      return detector.map(spacing -> spacing.demagnified(attributes, odd));
    }
    return read(
        attributes,
        Tags.NOMINAL_SCANNED_PIXEL_SPACING,
        "Nominal Scanned Pixel Spacing",
        "on the film",
        odd);
  }

  private static Optional<Spacing> read(
      DataSet attributes, Tag tag, String name, String where, Consumer<String> odd) {
    try {
      double[] values = attributes.numbers(tag);
      if (values.length == 0) {
        return Optional.empty();
      }
      double columns = values.length > 1 ? values[1] : values[0];
      if (isDistance(values[0]) && isDistance(columns)) {
        return Optional.of(new Spacing(values[0], columns, name + ", " + where));
      }
    } catch (DicomException malformed) {
      // Told with the others: without its spacing the picture is as good as before.
    }
    String found = String.join("\\", attributes.texts(tag));
    odd.accept(name + " " + tag + " is " + found + ", which is not a distance; ignored.");
    return Optional.empty();
  }

  private Spacing demagnified(DataSet attributes, Consumer<String> odd) {
    double factor = 0;
    try {
      factor = attributes.number(Tags.ESTIMATED_RADIOGRAPHIC_MAGNIFICATION_FACTOR).orElse(0);
    } catch (DicomException malformed) {
      odd.accept("The magnification (0018,1114) is not a number; ignored.");
    }
    if (!isDistance(factor) || factor == 1) {
      return this;
    }
    return new Spacing(
        rows / factor,
        columns / factor,
        "Imager Pixel Spacing divided by the magnification " + ImageNumberText.text(factor));
  }

  private static boolean isDistance(double value) {
    return value > 0 && Double.isFinite(value);
  }

  /// For each axis of the picture.
  public List<Double> axes() {
    return List.of(rows, columns);
  }

  /// `0.143 x 0.143 mm (Pixel Spacing, in the patient)`
  public String describe() {
    return ImageNumberText.text(rows)
        + " x "
        + ImageNumberText.text(columns)
        + " mm ("
        + where
        + ")";
  }
}
