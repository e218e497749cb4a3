package penumbra.dicom;

import java.util.Arrays;
import java.util.Optional;

/// The encoding of an object and its pixels, PS3.5 annex A.
public enum TransferSyntax {
  IMPLICIT_LITTLE_ENDIAN("1.2.840.10008.1.2", "Implicit VR Little Endian"),
  EXPLICIT_LITTLE_ENDIAN("1.2.840.10008.1.2.1", "Explicit VR Little Endian"),
  DEFLATED("1.2.840.10008.1.2.1.99", "Deflated Explicit VR Little Endian"),
  EXPLICIT_BIG_ENDIAN("1.2.840.10008.1.2.2", "Explicit VR Big Endian"),
  JPEG_BASELINE("1.2.840.10008.1.2.4.50", "JPEG Baseline"),
  JPEG_EXTENDED("1.2.840.10008.1.2.4.51", "JPEG Extended"),
  JPEG_LOSSLESS("1.2.840.10008.1.2.4.57", "JPEG Lossless"),
  JPEG_LOSSLESS_SV1("1.2.840.10008.1.2.4.70", "JPEG Lossless, first-order prediction"),
  JPEG_EXTENDED_ARITHMETIC("1.2.840.10008.1.2.4.52", "JPEG Extended, arithmetic"),
  JPEG_SPECTRAL_SELECTION("1.2.840.10008.1.2.4.53", "JPEG Spectral Selection"),
  JPEG_SPECTRAL_SELECTION_ARITHMETIC(
      "1.2.840.10008.1.2.4.54", "JPEG Spectral Selection, arithmetic"),
  JPEG_FULL_PROGRESSION("1.2.840.10008.1.2.4.55", "JPEG Full Progression"),
  JPEG_FULL_PROGRESSION_ARITHMETIC("1.2.840.10008.1.2.4.56", "JPEG Full Progression, arithmetic"),
  JPEG_LOSSLESS_ARITHMETIC("1.2.840.10008.1.2.4.58", "JPEG Lossless, arithmetic"),
  JPEG_EXTENDED_HIERARCHICAL("1.2.840.10008.1.2.4.59", "JPEG Extended, hierarchical"),
  JPEG_EXTENDED_HIERARCHICAL_ARITHMETIC(
      "1.2.840.10008.1.2.4.60", "JPEG Extended, hierarchical, arithmetic"),
  JPEG_SPECTRAL_HIERARCHICAL("1.2.840.10008.1.2.4.61", "JPEG Spectral Selection, hierarchical"),
  JPEG_SPECTRAL_HIERARCHICAL_ARITHMETIC(
      "1.2.840.10008.1.2.4.62", "JPEG Spectral Selection, hierarchical, arithmetic"),
  JPEG_PROGRESSION_HIERARCHICAL("1.2.840.10008.1.2.4.63", "JPEG Full Progression, hierarchical"),
  JPEG_PROGRESSION_HIERARCHICAL_ARITHMETIC(
      "1.2.840.10008.1.2.4.64", "JPEG Full Progression, hierarchical, arithmetic"),
  JPEG_LOSSLESS_HIERARCHICAL("1.2.840.10008.1.2.4.65", "JPEG Lossless, hierarchical"),
  JPEG_LOSSLESS_HIERARCHICAL_ARITHMETIC(
      "1.2.840.10008.1.2.4.66", "JPEG Lossless, hierarchical, arithmetic"),
  JPEG_LS_LOSSLESS("1.2.840.10008.1.2.4.80", "JPEG-LS Lossless"),
  JPEG_LS_NEAR_LOSSLESS("1.2.840.10008.1.2.4.81", "JPEG-LS Near-lossless"),
  JPEG_2000_LOSSLESS("1.2.840.10008.1.2.4.90", "JPEG 2000 Lossless"),
  JPEG_2000("1.2.840.10008.1.2.4.91", "JPEG 2000"),
  HTJ2K_LOSSLESS("1.2.840.10008.1.2.4.201", "High-Throughput JPEG 2000 Lossless"),
  HTJ2K_LOSSLESS_RPCL("1.2.840.10008.1.2.4.202", "High-Throughput JPEG 2000 Lossless RPCL"),
  HTJ2K("1.2.840.10008.1.2.4.203", "High-Throughput JPEG 2000"),
  RLE_LOSSLESS("1.2.840.10008.1.2.5", "RLE Lossless"),
  ENCAPSULATED_UNCOMPRESSED(
      "1.2.840.10008.1.2.1.98", "Encapsulated Uncompressed Explicit VR Little Endian"),
  JPEG_2000_PART_2_LOSSLESS("1.2.840.10008.1.2.4.92", "JPEG 2000 Part 2 Lossless"),
  JPEG_2000_PART_2("1.2.840.10008.1.2.4.93", "JPEG 2000 Part 2"),
  MPEG2_MAIN("1.2.840.10008.1.2.4.100", "MPEG2 Main Profile"),
  MPEG2_HIGH("1.2.840.10008.1.2.4.101", "MPEG2 High Level"),
  MPEG4_HIGH("1.2.840.10008.1.2.4.102", "MPEG-4 High Profile"),
  MPEG4_BD("1.2.840.10008.1.2.4.103", "MPEG-4 BD-compatible High Profile"),
  MPEG4_2D("1.2.840.10008.1.2.4.104", "MPEG-4 High Profile for 2D video"),
  MPEG4_3D("1.2.840.10008.1.2.4.105", "MPEG-4 High Profile for 3D video"),
  MPEG4_STEREO("1.2.840.10008.1.2.4.106", "MPEG-4 Stereo High Profile"),
  HEVC_MAIN("1.2.840.10008.1.2.4.107", "HEVC Main Profile"),
  HEVC_MAIN_10("1.2.840.10008.1.2.4.108", "HEVC Main 10 Profile"),
  JPEG_XL_LOSSLESS("1.2.840.10008.1.2.4.110", "JPEG XL Lossless"),
  JPEG_XL_RECOMPRESSION("1.2.840.10008.1.2.4.111", "JPEG XL JPEG Recompression"),
  JPEG_XL("1.2.840.10008.1.2.4.112", "JPEG XL"),
  DEFLATED_FRAMES("1.2.840.10008.1.2.8.1", "Deflated Image Frame Compression");

  private final String uid;
  private final String label;

  TransferSyntax(String uid, String label) {
    this.uid = uid;
    this.label = label;
  }

  /// The syntax with that unique identifier, if it is known.
  public static Optional<TransferSyntax> of(String uid) {
    return Arrays.stream(values()).filter(syntax -> syntax.uid.equals(uid)).findFirst();
  }

  /// The unique identifier.
  public String uid() {
    return uid;
  }

  /// The name in the standard.
  public String label() {
    return label;
  }

  /// Whether elements name their value representation.
  public boolean isExplicit() {
    return this != IMPLICIT_LITTLE_ENDIAN;
  }

  /// Whether numbers have their most significant byte first.
  public boolean isBigEndian() {
    return this == EXPLICIT_BIG_ENDIAN;
  }

  /// Whether it is one of the JPEG syntaxes that the standard has retired. Their frames are read if
  /// they are coded by a process that is read, whichever the syntax says.
  public boolean isRetiredJpeg() {
    return compareTo(JPEG_EXTENDED_ARITHMETIC) >= 0
        && compareTo(JPEG_LOSSLESS_HIERARCHICAL_ARITHMETIC) <= 0;
  }

  /// Whether it is a JPEG syntax whose pixels are never those that went in.
  public boolean isLossyJpeg() {
    return this == JPEG_BASELINE
        || this == JPEG_EXTENDED
        || (isRetiredJpeg() && !label.startsWith(JPEG_LOSSLESS.label));
  }

  /// Whether pixel data is compressed and split into fragments: all syntaxes from JPEG on.
  public boolean isEncapsulated() {
    return compareTo(JPEG_BASELINE) >= 0;
  }
}
