package penumbra.io.archive;

/// What the directory of a ZIP archive says of a member.
///
/// @param name as it was decoded, with `/` between folders
/// @param method how its content is compressed
/// @param encrypted whether it needs a password
/// @param crc the CRC-32 of its content
/// @param packed the bytes that it takes in the archive
/// @param size the bytes of its content
/// @param at where its own header begins in the file
/// @param kind what it is
record ZipMember(
    String name,
    int method,
    boolean encrypted,
    long crc,
    long packed,
    long size,
    long at,
    Kind kind) {
  static final int STORED = 0;
  static final int DEFLATED = 8;

  /// Files are read, links and devices are passed over.
  enum Kind {
    FILE,
    FOLDER,
    OTHER
  }

  /// Whether its content can be read.
  boolean isReadable() {
    return !encrypted && (method == STORED || method == DEFLATED);
  }

  /// Why its content cannot be read: `is encrypted`, `is compressed with bzip2`.
  String hindrance() {
    return encrypted ? "is encrypted" : "is compressed with " + label();
  }

  private String label() {
    return switch (method) {
      case 1 -> "Shrink";
      case 2, 3, 4, 5 -> "Reduce";
      case 6 -> "Implode";
      case 9 -> "Deflate64";
      case 12 -> "bzip2";
      case 14 -> "LZMA";
      case 93, 20 -> "Zstandard";
      case 94 -> "MP3";
      case 95 -> "XZ";
      case 96 -> "a variant of JPEG";
      case 97 -> "WavPack";
      case 98 -> "PPMd";
      default -> "method " + method + " of ZIP";
    };
  }
}
