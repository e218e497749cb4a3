package penumbra.io.format;

import java.util.Locale;

/// What the first bytes of a file show.
public final class FileSignatures {
  private FileSignatures() {}

  /// Whether the characters of `mark`, one byte each, stand from byte `at` on.
  public static boolean starts(byte[] head, int at, String mark) {
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

  /// What a file of no known format seems to be: `is a PDF file`, or its first bytes.
  public static String describe(byte[] head) {
    if (starts(head, 128, "DICM")) {
      return "is a DICOM file";
    }
    if (starts(head, 0, "GIF8")) {
      return "is a GIF file";
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
    if (starts(head, 0, "\u001f\u008b")) {
      return "is a gzip file";
    }
    if (starts(head, 0, "BZh")) {
      return "is a bzip2 file";
    }
    if (starts(head, 0, "\u00fd7zXZ")) {
      return "is an xz file";
    }
    if (starts(head, 0, "7z\u00bc\u00af")) {
      return "is a 7z archive";
    }
    if (starts(head, 0, "Rar!")) {
      return "is a RAR archive";
    }
    if (starts(head, 257, "ustar")) {
      return "is a tar archive";
    }
    if (starts(head, 0, "%PDF")) {
      return "is a PDF file";
    }
    return isText(head) ? "is text" : "starts with the bytes " + hex(head);
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
