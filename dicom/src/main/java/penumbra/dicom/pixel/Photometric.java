package penumbra.dicom.pixel;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomException;
import penumbra.dicom.Tags;

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
  YBR_RCT("YBR_RCT", 3),
  /// Opacity before the three colours, of which only these are read; retired.
  ARGB("ARGB", 4),
  /// The same with the opacity behind them, which the standard does not have.
  RGBA("RGBA", 4);

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

  /// Whether the chromas are fewer than the pixels.
  boolean hasSparseChroma() {
    return halvesChroma() || this == YBR_PARTIAL_420;
  }

  /// Whether pixels have an opacity, too.
  boolean hasOpacity() {
    return samples == 4;
  }

  /// The interpretation that `text` names, be its letters small, or its words joined otherwise.
  /// `MONOCHROME` alone is `MONOCHROME2`.
  ///
  /// @throws DicomException if there is no such interpretation
  static Photometric of(String text) throws DicomException {
    String plain = plain(text);
    for (Photometric value : values()) {
      if (plain(value.term).equals(plain)) {
        return value;
      }
    }
    if (plain.equals("MONOCHROME")) {
      return MONOCHROME2;
    }
    List<String> terms = Arrays.stream(values()).map(Photometric::term).toList();
    throw new DicomException(
        "must have a Photometric Interpretation (0028,0004) of " + String.join(", ", terms),
        "has '" + text + "'",
        "convert it with another tool first");
  }

  /// What a header alone says that samples mean, without a look at the pixels: one sample is grey,
  /// whatever else is said of colours. Empty if it says nothing that is known.
  public static Optional<Photometric> told(DataSet header) {
    try {
      int samples = header.integer(Tags.SAMPLES_PER_PIXEL).orElse(1);
      Optional<String> text = header.text(Tags.PHOTOMETRIC_INTERPRETATION);
      Optional<Photometric> told =
          text.isPresent() ? Optional.of(of(text.get())) : ofSamples(samples);
      return told.map(known -> samples == 1 && known.samples() > 1 ? MONOCHROME2 : known);
    } catch (DicomException unknown) {
      return Optional.empty(); // whoever reads the pixels says so
    }
  }

  private static String plain(String text) {
    return text.toUpperCase(Locale.ROOT).replaceAll("[ _-]", "");
  }

  /// The interpretation of so many samples a pixel, if there is just one that makes sense.
  static Optional<Photometric> ofSamples(int samples) {
    return switch (samples) {
      case 1 -> Optional.of(MONOCHROME2);
      case 3 -> Optional.of(RGB);
      case 4 -> Optional.of(RGBA);
      default -> Optional.empty();
    };
  }
}
