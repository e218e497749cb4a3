package penumbra.io;

import java.util.Locale;

/// What a file is, by its first bytes.
enum FileKind {
  PNG("PNG"),
  JPEG("JPEG"),
  NPY("NPY"),
  OTHER("");

  private final String label;

  FileKind(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  /// The kind of a file with these first bytes.
  static FileKind of(byte[] head) {
    if (starts(head, 0, "\u0089PNG\r\n\u001a\n")) {
      return PNG;
    }
    if (starts(head, 0, "\u00ff\u00d8\u00ff")) {
      return JPEG;
    }
    return starts(head, 0, "\u0093NUMPY") ? NPY : OTHER;
  }

  /// The kind that the name's extension promises.
  static FileKind named(String name) {
    int dot = name.lastIndexOf('.');
    return switch (name.substring(dot + 1).toLowerCase(Locale.ROOT)) {
      case "png" -> PNG;
      case "jpg", "jpeg" -> JPEG;
      case "npy" -> NPY;
      default -> OTHER;
    };
  }

  /// What a foreign file seems to be: `is a DICOM file`, or its first bytes.
  static String describe(byte[] head) {
    if (starts(head, 128, "DICM")) {
      return "is a DICOM file";
    }
    if (starts(head, 0, "GIF8")) {
      return "is a GIF file";
    }
    if (starts(head, 0, "II*\0") || starts(head, 0, "MM\0*")) {
      return "is a TIFF file";
    }
    if (starts(head, 0, "BM")) {
      return "is a BMP file";
    }
    if (starts(head, 0, "RIFF") && starts(head, 8, "WEBP")) {
      return "is a WebP file";
    }
    if (starts(head, 0, "\0\0\0\u000cjP  ") || starts(head, 0, "\u00ffO\u00ffQ")) {
      return "is a JPEG 2000 file";
    }
    if (starts(head, 0, "PK\u0003\u0004")) {
      return "is a ZIP archive";
    }
    if (starts(head, 0, "%PDF")) {
      return "is a PDF file";
    }
    return isText(head) ? "is text" : "starts with the bytes " + hex(head);
  }

  private static boolean starts(byte[] head, int at, String mark) {
    if (head.length < at + mark.length()) {
      return false;
    }
    for (int i = 0; i < mark.length(); i++) {
      if ((head[at + i] & 0xFF) != mark.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isText(byte[] head) {
    for (byte b : head) {
      boolean space = b == '\n' || b == '\r' || b == '\t';
      if (!space && (b < ' ' || b == 0x7F)) {
        return false;
      }
    }
    return true;
  }

  private static String hex(byte[] head) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < Math.min(4, head.length); i++) {
      text.append(i == 0 ? "" : " ").append(String.format(Locale.ROOT, "%02x", head[i]));
    }
    return text.toString();
  }
}
