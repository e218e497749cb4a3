package penumbra.dicom.codec.jpeg;

/// The markers of T.81, table B.1: the byte after FF.
public final class JpegMarker {
  public static final int SOF_BASELINE = 0xC0;
  public static final int SOF_EXTENDED = 0xC1;
  public static final int SOF_PROGRESSIVE = 0xC2;
  public static final int SOF_LOSSLESS = 0xC3;
  public static final int DHT = 0xC4;
  public static final int RST0 = 0xD0;
  static final int RST7 = 0xD7;
  public static final int SOI = 0xD8;
  public static final int EOI = 0xD9;
  public static final int SOS = 0xDA;
  public static final int DQT = 0xDB;
  public static final int DNL = 0xDC;
  public static final int DRI = 0xDD;
  static final int APP0 = 0xE0;
  static final int APP14 = 0xEE;

  private static final int TEM = 0x01;
  private static final int JPG = 0xC8;
  private static final int DAC = 0xCC;

  private JpegMarker() {}

  /// Whether it starts a frame header of any process.
  public static boolean isStartOfFrame(int marker) {
    return marker >= SOF_BASELINE
        && marker <= 0xCF
        && marker != DHT
        && marker != JPG
        && marker != DAC;
  }

  /// Whether it can only come from stray bytes here: restart markers and markers without meaning
  /// outside a scan. None has a length.
  static boolean isStray(int marker) {
    return marker == 0 || marker == TEM || (marker >= RST0 && marker <= RST7);
  }
}
