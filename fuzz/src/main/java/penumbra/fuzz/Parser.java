package penumbra.fuzz;

import java.util.Arrays;
import java.util.List;
import penumbra.dicom.codec.jpeg.JpegDecoder;
import penumbra.dicom.codec.jpeg2000.Jpeg2000Decoder;
import penumbra.dicom.codec.jpegls.JpegLsDecoder;
import penumbra.dicom.codec.rle.RleDecoder;

/// The parsers to fuzz. A parser's seeds are in the folder of its [#label] in `corpus`.
public enum Parser {
  /// PNG; like all formats of module io, by the content of files.
  PNG(
      "png",
      RepairedChecksums.png(FileReadings.picture("\u0089PNG")),
      FileReadings.picture("\u0089PNG"),
      RepairedChecksums.png(FileReadings.leniently("\u0089PNG"))),
  /// JPEG, by the JDK's decoder after our own check of its segments.
  JPEG("jpeg", FileReadings.picture("\u00ff\u00d8"), FileReadings.leniently("\u00ff\u00d8")),
  /// NumPy's arrays.
  NPY("npy", FileReadings.picture("\u0093NUMPY"), FileReadings.leniently("\u0093NUMPY")),
  /// NumPy's archives of arrays.
  NPZ("npz", Size.PACKED, FileReadings.picture("PK")),
  /// TIFF and BigTIFF.
  TIFF(
      "tiff",
      FileReadings.picture("II", "MM"),
      FileReadings.secondPicture("II", "MM"),
      FileReadings.leniently("II", "MM")),
  /// NIfTI-1 and NIfTI-2, uncompressed and gzipped.
  NIFTI(
      "nifti",
      FileReadings.picture(
          "\\\u0001\0\0", "\0\0\u0001\\", "\u001c\u0002\0\0", "\0\0\u0002\u001c", "\u001f\u008b"),
      FileReadings.secondPicture(
          "\\\u0001\0\0", "\0\0\u0001\\", "\u001c\u0002\0\0", "\0\0\u0002\u001c"),
      FileReadings.leniently(
          "\\\u0001\0\0", "\0\0\u0001\\", "\u001c\u0002\0\0", "\0\0\u0002\u001c", "\u001f\u008b")),
  /// PBM, PGM and PPM.
  PNM("pnm", FileReadings.picture("P"), FileReadings.leniently("P")),
  /// BMP.
  BMP("bmp", FileReadings.picture("BM"), FileReadings.leniently("BM")),
  /// ZIP archives, their members and the pictures in them.
  ZIP("zip", Size.PACKED, FileReadings::archive, FileReadings::dataset),
  /// Tar archives, uncompressed and gzipped.
  TAR(
      "tar",
      Size.PACKED,
      RepairedChecksums.tar(FileReadings::archive),
      RepairedChecksums.tar(FileReadings::dataset),
      FileReadings::archive),
  /// DICOM data sets: all their elements, and their de-identification.
  DICOM(
      "dicom",
      DicomReadings::strictly,
      DicomReadings::leniently,
      DicomReadings::header,
      DicomReadings::deidentified),
  /// DICOM pixel data and the grey-scale pipeline.
  DICOM_PIXELS("dicom-pixels", DicomReadings::pixels, DicomReadings::shown, DicomReadings::stored),
  /// JPEG frames of DICOM.
  DICOM_JPEG("dicom-jpeg", FrameReadings.by(new JpegDecoder()), FrameReadings::jpegColour),
  /// JPEG-LS frames of DICOM.
  DICOM_JPEG_LS("dicom-jpeg-ls", FrameReadings.by(new JpegLsDecoder())),
  /// JPEG 2000 frames of DICOM.
  DICOM_JPEG_2000("dicom-jpeg-2000", Size.INDEXED, FrameReadings.by(new Jpeg2000Decoder())),
  /// High-Throughput JPEG 2000 frames of DICOM: the same decoder with other seeds.
  DICOM_HTJ2K("dicom-htj2k", Size.INDEXED, FrameReadings.by(new Jpeg2000Decoder())),
  /// RLE frames of DICOM.
  DICOM_RLE("dicom-rle", FrameReadings.by(new RleDecoder())),
  /// Recipes in YAML or JSON.
  RECIPE("recipe", Size.PACKED, RecipeReadings::text, RecipeReadings::file);

  /// The bytes of memory that a byte of a file may need.
  private enum Size {
    /// Data that is stored almost unchanged, with the objects that point into it.
    PLAIN(64),
    /// Structures in which a few bytes announce many.
    INDEXED(1024),
    /// Data that is inflated, up to a thousandfold, and copied once or twice; or data that a single
    /// word names.
    PACKED(4096);

    private final long perByte;

    Size(long perByte) {
      this.perByte = perByte;
    }
  }

  private final String label;
  private final Size size;

  @SuppressWarnings("ImmutableEnumChecker") // Readings hold no state.
  private final List<Reading> readings;

  Parser(String label, Reading... readings) {
    this(label, Size.PLAIN, readings);
  }

  Parser(String label, Size size, Reading... readings) {
    this.label = label;
    this.size = size;
    this.readings = List.of(readings);
  }

  /// Its name in commands and folders.
  public String label() {
    return label;
  }

  /// The parser of that label.
  public static Parser labelled(String label) {
    return Arrays.stream(values())
        .filter(parser -> parser.label.equals(label))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException(label + " is none of " + Arrays.toString(values())));
  }

  /// Reads `input` in each of its ways, and returns whether at least one could read it.
  ///
  /// @throws ContractViolation if the contract is broken; unchecked exceptions are passed on
  public boolean readAll(byte[] input) {
    boolean deflated = readsDicom() && DicomReadings.isDeflated(input);
    var promise = new ParserContract(deflated ? Size.PACKED.perByte : size.perByte);
    boolean read = false;
    for (Reading reading : readings) {
      read |= promise.keep(input, reading);
    }
    return read;
  }

  private boolean readsDicom() {
    return this == DICOM || this == DICOM_PIXELS;
  }

  @Override
  public String toString() {
    return label;
  }
}
