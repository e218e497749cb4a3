package penumbra.dicom.grey;

import java.util.List;
import java.util.Optional;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.GreyScale;
import penumbra.core.NdArray;
import penumbra.core.engine.Pointwise;

/// Converts stored values to modality values, such as the Hounsfield units of a CT.
sealed interface ModalityStep {
  /// The modality's values.
  ///
  /// @param bitsStored the significant bits of a stored value
  NdArray apply(NdArray stored, int bitsStored, Execution execution);

  /// From which value to which the modality's values can go.
  ///
  /// @param stored from which to which those stored can go
  GreyScale scale(GreyScale stored);

  /// A description, as a sentence.
  String describe();

  /// Whether whole stored values may have values between whole numbers.
  default boolean givesFractions() {
    return false;
  }

  /// The modality values are the stored values.
  record Unchanged() implements ModalityStep {
    @Override
    public NdArray apply(NdArray stored, int bitsStored, Execution execution) {
      return stored;
    }

    @Override
    public GreyScale scale(GreyScale stored) {
      return stored;
    }

    @Override
    public String describe() {
      return "The modality's values are those stored: there is neither a rescale nor a table.";
    }
  }

  /// slope * stored + intercept.
  ///
  /// With a slope of 1 and a whole intercept the values stay whole, in the smallest of `INT16`,
  /// `UINT16` and `INT32` that holds every value that the stored bits allow, whatever the picture's
  /// own; else they are `FLOAT32`, or `FLOAT64` of stored values of more than 16 bits, computed in
  /// double precision and rounded once.
  ///
  /// @param slope finite, not 0
  /// @param intercept finite
  /// @param unit the unit of the values, if the file names one: `HU`
  record Rescale(double slope, double intercept, Optional<String> unit) implements ModalityStep {
    private static final List<DType> WHOLE = List.of(DType.INT16, DType.UINT16, DType.INT32);

    @Override
    public NdArray apply(NdArray stored, int bitsStored, Execution execution) {
      if (slope == 1 && intercept == 0) {
        return stored;
      }
      return Pointwise.map(
          stored,
          type(stored.type(), bitsStored),
          execution,
          (line, _, n) -> {
            for (int i = 0; i < n; i++) {
              line[i] = slope * line[i] + intercept;
            }
          });
    }

    @Override
    public boolean givesFractions() {
      return slope != Math.rint(slope) || intercept != Math.rint(intercept);
    }

    @Override
    public GreyScale scale(GreyScale stored) {
      return stored.mapped(slope, intercept);
    }

    private DType type(DType stored, int bitsStored) {
      if (stored.isInteger() && slope == 1 && intercept == Math.rint(intercept)) {
        boolean signed = stored.min() < 0;
        double least = signed ? -Math.scalb(1.0, bitsStored - 1) : 0;
        double most = Math.scalb(1.0, signed ? bitsStored - 1 : bitsStored) - 1;
        for (DType type : WHOLE) {
          if (least + intercept >= type.min() && most + intercept <= type.max()) {
            return type;
          }
        }
      }
      return stored.bytes() > Short.BYTES ? DType.FLOAT64 : DType.FLOAT32;
    }

    @Override
    public String describe() {
      return "The modality's values are "
          + ImageNumberText.text(slope)
          + " x stored"
          + (intercept < 0 ? " - " : " + ")
          + ImageNumberText.text(Math.abs(intercept))
          + unit.map(name -> ", in " + name).orElse("")
          + ".";
    }
  }

  /// Each stored value has its entry in a table.
  ///
  /// @param table looked up with the stored values
  record Table(LookupTable table) implements ModalityStep {
    @Override
    public NdArray apply(NdArray stored, int bitsStored, Execution execution) {
      return table.lookUp(stored, execution);
    }

    @Override
    public GreyScale scale(GreyScale stored) {
      return GreyScale.ofBits(table.bits());
    }

    @Override
    public String describe() {
      return "The modality's values are looked up in its table of "
          + table.entries().length(0)
          + " entries of "
          + table.bits()
          + " bits for the stored values from "
          + table.first()
          + " to "
          + table.last()
          + ".";
    }
  }
}
