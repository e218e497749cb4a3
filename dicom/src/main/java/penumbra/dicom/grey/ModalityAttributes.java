package penumbra.dicom.grey;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import penumbra.core.Execution;
import penumbra.core.Failure;
import penumbra.core.NdArray;
import penumbra.core.display.GreyRange;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomException;
import penumbra.dicom.Tags;

/// Finds the [ModalityStep] of a frame: its table if there is one, else its rescale.
///
/// ```
/// ModalityStep step = new ModalityAttributes(attributes, stored, execution).step(odd::add);
/// ```
///
/// The table of an X-ray angiogram (XA) or fluoroscopy (XRF) leads back to the intensity of the
/// X-rays and is not for display, PS3.3 C.8.7.1.1.2, so it is passed over.
///
/// @param attributes of the frame
/// @param stored its stored values without padding
/// @param execution for a look at them
record ModalityAttributes(DataSet attributes, NdArray stored, Execution execution) {
  /// X-ray angiograms and fluoroscopies, of one and of two planes, and their enhanced objects.
  private static final Set<String> FOR_INTENSITY =
      Set.of(
          "1.2.840.10008.5.1.4.1.1.12.1",
          "1.2.840.10008.5.1.4.1.1.12.1.1",
          "1.2.840.10008.5.1.4.1.1.12.2",
          "1.2.840.10008.5.1.4.1.1.12.2.1",
          "1.2.840.10008.5.1.4.1.1.12.3");

  /// The step, with what is odd about it passed to `odd`.
  ModalityStep step(Consumer<String> odd) throws DicomException {
    Optional<LookupTable> table = table(odd);
    if (table.isPresent()) {
      return new ModalityStep.Table(table.get());
    }
    if (attributes.number(Tags.RESCALE_SLOPE).isEmpty()
        && attributes.number(Tags.RESCALE_INTERCEPT).isEmpty()) {
      return new ModalityStep.Unchanged();
    }
    double slope = attributes.number(Tags.RESCALE_SLOPE).orElse(1);
    double intercept = attributes.number(Tags.RESCALE_INTERCEPT).orElse(0);
    if (!Double.isFinite(slope) || !Double.isFinite(intercept)) {
      throw new DicomException(
          Failure.Kind.NO_MODALITY_VALUES,
          "must have a finite Rescale Slope (0028,1053) and Rescale Intercept (0028,1052)",
          "has " + slope + " and " + intercept,
          "read the stored values instead");
    }
    if (slope == 0) {
      odd.accept("The Rescale Slope (0028,1053) is 0, which makes all values one; 1 is taken.");
      slope = 1;
    }
    return new ModalityStep.Rescale(slope, intercept, attributes.text(Tags.RESCALE_TYPE));
  }

  private Optional<LookupTable> table(Consumer<String> odd) throws DicomException {
    List<DataSet> items = attributes.items(Tags.MODALITY_LUT_SEQUENCE);
    Optional<DataSet> item = items.stream().filter(LookupTable::isIn).findFirst();
    if (item.isEmpty()) {
      if (!items.isEmpty()) {
        odd.accept("The Modality LUT Sequence (0028,3000) has no table in it; ignored.");
      }
      return Optional.empty();
    }
    if (isForIntensity()) {
      odd.accept(
          "The modality's table leads back to the X-ray intensity and is not for display (XA, XRF);"
              + " the stored values count.");
      return Optional.empty();
    }
    GreyRange range = GreyRange.of(stored, execution);
    LookupTable table = LookupTable.of(item.get(), stored.type().min() < 0, () -> range, odd);
    if (range.max() > table.last() && table.entries().length(0) < table.told()) {
      throw new DicomException(
          Failure.Kind.NO_MODALITY_VALUES,
          "must have an entry for each of its values in the modality's LUT Data (0028,3006)",
          "has "
              + table.entries().length(0)
              + " of "
              + table.told()
              + " entries, and values up to "
              + ImageNumberText.text(range.max()),
          "read the stored values instead");
    }
    return Optional.of(table);
  }

  private boolean isForIntensity() {
    return FOR_INTENSITY.contains(attributes.text(Tags.SOP_CLASS_UID).orElse(""))
        || Set.of("XA", "RF").contains(attributes.text(Tags.MODALITY).orElse(""));
  }
}
