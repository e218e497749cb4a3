package penumbra.dicom.pixel;

import java.util.Arrays;
import java.util.List;
import penumbra.dicom.DicomException;

/// What the samples of a pixel mean, PS3.3 section C.7.6.3.1.2.
public enum Photometric {
  /// Grey, the smallest value white.
  MONOCHROME1("MONOCHROME1", 1),
  /// Grey, the smallest value black.
  MONOCHROME2("MONOCHROME2", 1),
  /// A number into three tables of colour.
  PALETTE_COLOR("PALETTE COLOR", 1),
  RGB("RGB", 3),
  /// Luma and two chromas over the whole range of values.
  YBR_FULL("YBR_FULL", 3),
  /// The same with the chromas of every second column only.
  YBR_FULL_422("YBR_FULL_422", 3),
  /// Luma and chroma within the range of television; retired.
  YBR_PARTIAL_422("YBR_PARTIAL_422", 3),
  /// The same with the chromas of every second column and row only.
  YBR_PARTIAL_420("YBR_PARTIAL_420", 3),
  /// The irreversible transform of JPEG 2000, which its decoder undoes.
  YBR_ICT("YBR_ICT", 3),
  /// The reversible one.
  YBR_RCT("YBR_RCT", 3);

  private final String term;
  private final int samples;

  Photometric(String term, int samples) {
    this.term = term;
    this.samples = samples;
  }

  /// The standard's defined term.
  public String term() {
    return term;
  }

  /// The samples of a pixel.
  public int samples() {
    return samples;
  }

  /// Whether the pixels are colours.
  public boolean isColour() {
    return this != MONOCHROME1 && this != MONOCHROME2;
  }

  /// Whether samples that no codec has transformed are luma and chroma within the whole range.
  boolean isFullYbr() {
    return this == YBR_FULL || this == YBR_FULL_422;
  }

  /// Whether they are within the range of television.
  boolean isPartialYbr() {
    return this == YBR_PARTIAL_422 || this == YBR_PARTIAL_420;
  }

  /// Whether native pixel data stores the chromas of every second column only.
  boolean halvesChroma() {
    return this == YBR_FULL_422 || this == YBR_PARTIAL_422;
  }

  static Photometric of(String text) throws DicomException {
    for (Photometric value : values()) {
      if (value.term.equals(text)) {
        return value;
      }
    }
    List<String> terms = Arrays.stream(values()).map(Photometric::term).toList();
    throw new DicomException(
        "must have a Photometric Interpretation (0028,0004) of " + String.join(", ", terms),
        "has '" + text + "'",
        "convert it with another tool first");
  }
}
