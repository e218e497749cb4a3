package penumbra.io.jpeg;

import java.util.Base64;

/// A small grey JPEG, and the checksum of its samples from the JDK's decoder, to test another
/// decoder.
final class KnownJpeg {
  static final int HEIGHT = 24;
  static final int WIDTH = 16;

  /// The CRC-32 of the samples.
  static final long SUM = 0xcedf8865L;

  private static final String BASE64 =
      "/9j/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCN"
          + "l4x9lnN+gXz/wAALCAAYABABAREA/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgED"
          + "AwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0"
          + "NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ip"
          + "qrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/9oACAEBAAA/AMvSNK+0"
          + "Ovy5zWuWUbkspBFbxD99cgfe7YX/ABHJOMe8ZjZNPgtYwQ92cFh2QYyOvfIH0zTgFcoIQGSM7IIi2RK+cF+O"
          + "oAP5dxup0nE8zKuySOFIIyHwWZucj3G4nH+zTW8qRRGrfuVXaNrD7g+8R82Mu3A7EDFf/9k=";

  private KnownJpeg() {}

  static byte[] bytes() {
    return Base64.getDecoder().decode(BASE64);
  }
}
