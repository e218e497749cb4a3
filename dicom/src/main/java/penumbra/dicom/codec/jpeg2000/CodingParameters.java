package penumbra.dicom.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import penumbra.dicom.DicomException;

/// The coding parameters from the main header and then from a tile's header. Values for one
/// component have priority over those for all, and values of a tile over those of the main header.
final class CodingParameters {
  static final int COD = 0xFF52;
  static final int COC = 0xFF53;
  static final int QCD = 0xFF5C;
  static final int QCC = 0xFF5D;
  static final int RGN = 0xFF5E;
  static final int POC = 0xFF5F;

  private static final int MAX_CHANGES = 1024;

  private final @Nullable CodingStyle[] styles;
  private final @Nullable Quantization[] quantizations;
  private final boolean[] ownStyle;
  private final boolean[] ownQuantization;
  private final int[] regionShift;
  private List<Progression> changes = new ArrayList<>();
  private boolean ownChanges;
  private int order;
  private int layers;
  private boolean mixed;

  CodingParameters(int components) {
    styles = new CodingStyle[components];
    quantizations = new Quantization[components];
    ownStyle = new boolean[components];
    ownQuantization = new boolean[components];
    regionShift = new int[components];
  }

  /// The parameters of a tile, before its own markers are read.
  CodingParameters copy() {
    CodingParameters copy = new CodingParameters(styles.length);
    System.arraycopy(styles, 0, copy.styles, 0, styles.length);
    System.arraycopy(quantizations, 0, copy.quantizations, 0, styles.length);
    System.arraycopy(regionShift, 0, copy.regionShift, 0, styles.length);
    copy.changes = changes;
    copy.order = order;
    copy.layers = layers;
    copy.mixed = mixed;
    return copy;
  }

  /// Reads a marker's segment, if it is one of these.
  void read(int marker, Input segment) throws DicomException {
    switch (marker) {
      case COD -> readStyle(segment);
      case COC -> {
        int component = component(segment);
        styles[component] = CodingStyle.read(segment, (segment.u8() & 1) != 0);
        ownStyle[component] = true;
      }
      case QCD -> {
        Quantization all = Quantization.read(segment);
        for (int i = 0; i < styles.length; i++) {
          quantizations[i] = ownQuantization[i] ? quantizations[i] : all;
        }
      }
      case QCC -> {
        int component = component(segment);
        quantizations[component] = Quantization.read(segment);
        ownQuantization[component] = true;
      }
      case RGN -> {
        int component = component(segment);
        segment.u8();
        regionShift[component] = segment.u8();
      }
      case POC -> readChanges(segment);
      default -> {}
    }
  }

  private void readStyle(Input segment) throws DicomException {
    int flags = segment.u8();
    order = segment.u8();
    layers = segment.u16();
    mixed = segment.u8() != 0;
    if (mixed && styles.length < 3) {
      throw CodestreamErrors.of("has a colour transform for " + styles.length + " components");
    }
    CodingStyle all = CodingStyle.read(segment, (flags & 1) != 0);
    for (int i = 0; i < styles.length; i++) {
      styles[i] = ownStyle[i] ? styles[i] : all;
    }
  }

  private void readChanges(Input segment) throws DicomException {
    if (!ownChanges) {
      changes = new ArrayList<>();
      ownChanges = true;
    }
    boolean wide = styles.length > 256;
    while (segment.remaining() >= (wide ? 9 : 7)) {
      changes.add(Progression.read(segment, wide));
    }
    if (changes.size() > MAX_CHANGES) {
      throw CodestreamErrors.of(
          "has more than " + MAX_CHANGES + " changes of the order of packets");
    }
  }

  private int component(Input segment) throws DicomException {
    int component = styles.length > 256 ? segment.u16() : segment.u8();
    if (component >= styles.length) {
      throw CodestreamErrors.at(
          segment.position(), "names component " + component + " of " + styles.length);
    }
    return component;
  }

  CodingStyle style(int component) throws DicomException {
    CodingStyle style = styles[component];
    if (style == null) {
      throw CodestreamErrors.of("has no coding style");
    }
    return style;
  }

  Quantization quantization(int component) throws DicomException {
    Quantization quantization = quantizations[component];
    if (quantization == null) {
      throw CodestreamErrors.of("has no quantization");
    }
    return quantization;
  }

  int regionShift(int component) {
    return regionShift[component];
  }

  /// Whether the first three components are luma and chroma.
  boolean isMixed() {
    return mixed;
  }

  /// The progressions, one after the other; the last one contains all packets that the others
  /// leave.
  List<Progression> progressions() throws DicomException {
    List<Progression> all = new ArrayList<>(changes);
    all.add(Progression.all(order, layers));
    return all;
  }

  int layers() {
    return layers;
  }
}
