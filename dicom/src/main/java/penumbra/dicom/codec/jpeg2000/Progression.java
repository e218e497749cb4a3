package penumbra.dicom.codec.jpeg2000;

import penumbra.dicom.DicomException;

/// A range of packets and their order, T.800 annex B.12.
///
/// @param order 0: layer, resolution, component, position; 1: RLCP; 2: RPCL; 3: PCRL; 4: CPRL
/// @param firstResolution its first resolution
/// @param lastResolution one more than its last resolution
/// @param firstComponent its first component
/// @param lastComponent one more than its last component
/// @param layers the number of layers
record Progression(
    int order,
    int firstResolution,
    int lastResolution,
    int firstComponent,
    int lastComponent,
    int layers) {
  private static final int ALL = 1 << 16;

  Progression {
    if (order < 0 || order > 4) {
      throw new IllegalArgumentException("order " + order);
    }
  }

  /// All packets.
  static Progression all(int order, int layers) throws DicomException {
    return of(order, 0, ALL, 0, ALL, layers);
  }

  /// One of the progressions in the marker POC.
  static Progression read(Input segment, boolean wide) throws DicomException {
    int firstResolution = segment.u8();
    int firstComponent = wide ? segment.u16() : segment.u8();
    int layers = segment.u16();
    int lastResolution = segment.u8();
    int lastComponent = wide ? segment.u16() : segment.u8();
    int order = segment.u8();
    return of(
        order,
        firstResolution,
        lastResolution,
        firstComponent,
        lastComponent == 0 ? 256 : lastComponent,
        layers);
  }

  private static Progression of(
      int order, int firstResolution, int lastResolution, int first, int last, int layers)
      throws DicomException {
    if (order > 4) {
      throw CodestreamErrors.of("has a progression order of " + order);
    }
    return new Progression(order, firstResolution, lastResolution, first, last, layers);
  }
}
