package penumbra.dicom.codec;

import java.util.Optional;
import penumbra.dicom.TransferSyntax;
import penumbra.dicom.codec.frame.FrameDecoder;
import penumbra.dicom.codec.jpeg.JpegDecoder;
import penumbra.dicom.codec.jpeg.JpegMarker;
import penumbra.dicom.codec.jpeg2000.Jpeg2000Decoder;
import penumbra.dicom.codec.jpegls.JpegLsDecoder;

/// The format of a compressed frame by its own markers, independent of the transfer syntax.
///
/// ```
/// FrameCodec kind = FrameCodec.of(coded);
/// if (!kind.suits(syntax)) ...
/// ```
public enum FrameCodec {
  JPEG_BASELINE("JPEG Baseline"),
  JPEG_EXTENDED("JPEG Extended"),
  JPEG_PROGRESSIVE("progressive JPEG"),
  JPEG_LOSSLESS("JPEG Lossless"),
  JPEG_LS("JPEG-LS"),
  JPEG_2000("JPEG 2000"),
  HTJ2K("High-Throughput JPEG 2000"),
  /// None of these, or too damaged to recognise.
  UNKNOWN("unknown");

  static final int SOF_JPEG_LS = 0xF7;
  private static final int SOC = 0x4F;
  private static final int SIZ = 0x51;
  private static final int[] JP2 = {0, 0, 0, 12, 'j', 'P', ' ', ' '};

  /// The brand of a file of high-throughput codestreams, which stands in the second box.
  private static final int[] JPH = {'j', 'p', 'h', ' '};

  private static final int BRAND = 20;

  /// The upper byte of the field Rsiz in the marker SIZ, where bit 14 stands for part 15.
  private static final int CAPABILITIES = 6;

  private static final int HIGH_THROUGHPUT = 0x40;

  /// Beyond it no frame header stands: there are 16 application segments of 64 KiB each.
  private static final int FARTHEST = 1 << 24;

  private final String label;

  FrameCodec(String label) {
    this.label = label;
  }

  /// Its name.
  public String label() {
    return label;
  }

  /// The kind of a frame, by the first marker that identifies it.
  public static FrameCodec of(byte[] coded) {
    if (begins(coded, 0xFF, SOC, 0xFF, SIZ)) {
      return coded.length > CAPABILITIES && (u8(coded, CAPABILITIES) & HIGH_THROUGHPUT) != 0
          ? HTJ2K
          : JPEG_2000;
    }
    if (begins(coded, JP2)) {
      return hasAt(coded, BRAND, JPH) ? HTJ2K : JPEG_2000;
    }
    if (!begins(coded, 0xFF, JpegMarker.SOI)) {
      return UNKNOWN;
    }
    int at = 2;
    while (at + 4 <= Math.min(coded.length, FARTHEST) && u8(coded, at) == 0xFF) {
      int marker = u8(coded, at + 1);
      Optional<FrameCodec> told = ofMarker(marker);
      if (told.isPresent()) {
        return told.get();
      }
      // Fill bytes FF may come before a marker.
      at += marker == 0xFF ? 1 : 2 + (u8(coded, at + 2) << 8) + u8(coded, at + 3);
    }
    return UNKNOWN;
  }

  private static Optional<FrameCodec> ofMarker(int marker) {
    return switch (marker) {
      case JpegMarker.SOF_BASELINE -> Optional.of(JPEG_BASELINE);
      case JpegMarker.SOF_EXTENDED -> Optional.of(JPEG_EXTENDED);
      case JpegMarker.SOF_PROGRESSIVE -> Optional.of(JPEG_PROGRESSIVE);
      case JpegMarker.SOF_LOSSLESS -> Optional.of(JPEG_LOSSLESS);
      case SOF_JPEG_LS -> Optional.of(JPEG_LS);
      case JpegMarker.SOS, JpegMarker.EOI -> Optional.of(UNKNOWN);
      default -> Optional.empty();
    };
  }

  private static int u8(byte[] coded, int at) {
    return coded[at] & 0xFF;
  }

  private static boolean begins(byte[] coded, int... head) {
    return hasAt(coded, 0, head);
  }

  private static boolean hasAt(byte[] coded, int from, int... part) {
    boolean so = coded.length >= from + part.length;
    for (int i = 0; so && i < part.length; i++) {
      so = u8(coded, from + i) == part[i];
    }
    return so;
  }

  /// Whether a frame of this kind is valid in that syntax. An unknown kind counts as valid, since
  /// the decoder gives the better error.
  public boolean suits(TransferSyntax syntax) {
    return switch (syntax) {
      case JPEG_BASELINE -> this == JPEG_BASELINE || this == UNKNOWN;
      // A decoder for process 4 also reads baseline.
      case JPEG_EXTENDED -> this == JPEG_BASELINE || this == JPEG_EXTENDED || this == UNKNOWN;
      case JPEG_LOSSLESS, JPEG_LOSSLESS_SV1 -> this == JPEG_LOSSLESS || this == UNKNOWN;
      case JPEG_LS_LOSSLESS, JPEG_LS_NEAR_LOSSLESS -> this == JPEG_LS || this == UNKNOWN;
      case JPEG_2000_LOSSLESS, JPEG_2000 -> this == JPEG_2000 || this == UNKNOWN;
      case HTJ2K_LOSSLESS, HTJ2K_LOSSLESS_RPCL, HTJ2K -> this == HTJ2K || this == UNKNOWN;
      case JPEG_SPECTRAL_SELECTION, JPEG_FULL_PROGRESSION ->
          this == JPEG_PROGRESSIVE || this == UNKNOWN;
      case RLE_LOSSLESS -> this == UNKNOWN;
      default -> !syntax.isRetiredJpeg() || isJpeg() || this == UNKNOWN;
    };
  }

  /// Whether [JpegDecoder] decodes this kind.
  public boolean isJpeg() {
    return this == JPEG_BASELINE
        || this == JPEG_EXTENDED
        || this == JPEG_PROGRESSIVE
        || this == JPEG_LOSSLESS;
  }

  /// The decoder for frames of this kind; there is none for [#UNKNOWN].
  FrameDecoder decoder() {
    return switch (this) {
      case JPEG_LS -> new JpegLsDecoder();
      case JPEG_2000, HTJ2K -> new Jpeg2000Decoder();
      default -> new JpegDecoder();
    };
  }
}
