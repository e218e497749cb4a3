package penumbra.core;

/// How the grey values of a radiograph are to be displayed: which of them span black to white, and
/// whether high or low values are light.
///
/// ```
/// NdArray picture = presentation.show(scan.pixels(), DType.UINT8);
/// ```
public interface Presentation {
  /// The picture of `values`, the whole range of `type`, `UINT8` or `UINT16`, from black to white.
  NdArray show(NdArray values, DType type, Execution execution);

  /// The picture, made on all cores.
  default NdArray show(NdArray values, DType type) {
    return show(values, type, Execution.allCores());
  }

  /// Whether low values are light, as in DICOM's MONOCHROME1.
  default boolean inverted() {
    return false;
  }

  /// What [#show] does, in one sentence.
  String describe();
}
