package penumbra.dicom.file;

import penumbra.dicom.Bytes;

/// Small grey pictures of 2 x 3 pixels, whose elements can be put together wrongly.
final class OddObjects {
  static final int ROWS = 2;
  static final int COLUMNS = 3;
  static final int MODALITY = 0x00080060;
  static final int PIXELS = 0x7FE00010;

  /// The stored values of the pictures.
  static final double[] VALUES = {1, 258, 3, 1024, 5, 4095};

  private OddObjects() {}

  /// Which elements a picture is made of.
  enum Form {
    EXPLICIT(Bytes.EXPLICIT, true, false),
    IMPLICIT(Bytes.IMPLICIT, false, false),
    BIG(Bytes.BIG, true, true);

    final String syntax;
    final boolean explicit;
    final boolean big;

    Form(String syntax, boolean explicit, boolean big) {
      this.syntax = syntax;
      this.explicit = explicit;
      this.big = big;
    }

    Bytes bytes() {
      return big ? Bytes.big() : Bytes.little();
    }

    /// A file of these elements.
    byte[] file(Bytes data) {
      return Bytes.file(syntax, data);
    }

    Bytes text(Bytes to, int tag, String vr, String text) {
      return explicit ? to.explicit(tag, vr, text) : to.implicit(tag, text);
    }

    Bytes number(Bytes to, int tag, int value) {
      byte[] bytes = bytes().number(value, 2).bytes();
      return explicit ? to.explicit(tag, "US", bytes) : to.implicit(tag, bytes);
    }

    /// The head of a sequence or of bytes.
    Bytes head(Bytes to, int tag, String vr, int length) {
      return explicit ? to.longHead(tag, vr, length) : to.tagAndLength(tag, length);
    }
  }

  /// What stands before the place for faults.
  static Bytes start(Form form) {
    return form.text(form.bytes(), MODALITY, "CS", "CR");
  }

  /// The description of the picture.
  static Bytes described(Form form, Bytes to) {
    form.text(to, 0x00100020, "LO", "P1");
    form.number(to, 0x00280002, 1);
    form.text(to, 0x00280004, "CS", "MONOCHROME2 ");
    form.number(to, 0x00280010, ROWS);
    form.number(to, 0x00280011, COLUMNS);
    form.number(to, 0x00280100, 16);
    form.number(to, 0x00280101, 16);
    form.number(to, 0x00280102, 15);
    return form.number(to, 0x00280103, 0);
  }

  /// The bytes of the pixels.
  static byte[] pixels(boolean big) {
    Bytes bytes = big ? Bytes.big() : Bytes.little();
    for (double value : VALUES) {
      bytes.number((int) value, 2);
    }
    return bytes.bytes();
  }

  /// The description and the pixels.
  static Bytes end(Form form, Bytes to) {
    byte[] pixels = pixels(form.big);
    return form.head(described(form, to), PIXELS, "OW", pixels.length).raw(pixels);
  }

  /// A coded stream in the eyes of a reader of containers: marks around a frame header.
  static byte[] stream(int length, int filler) {
    Bytes bytes = Bytes.little().raw((byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xC3);
    bytes.raw((byte) 0, (byte) 11, (byte) 8).raw(new byte[8]);
    while (bytes.bytes().length < length - 2) {
      bytes.raw((byte) filler);
    }
    return bytes.raw((byte) 0xFF, (byte) 0xD9).bytes();
  }

  /// The six values in run-length coding, two segments.
  static byte[] runLength() {
    byte[] little = pixels(false);
    Bytes bytes = Bytes.little().number(2, 4).number(64, 4).number(72, 4);
    bytes.raw(new byte[52]);
    for (int high = 1; high >= 0; high--) {
      bytes.raw((byte) 5);
      for (int i = 0; i < 6; i++) {
        bytes.raw(little[2 * i + high]);
      }
      bytes.raw((byte) 0);
    }
    return java.util.Arrays.copyOf(bytes.bytes(), 80);
  }
}
