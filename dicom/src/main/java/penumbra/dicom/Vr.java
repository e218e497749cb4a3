package penumbra.dicom;

/// The value representations of DICOM PS3.5, section 6.2: what kind of value an element holds.
public enum Vr {
  AE(Kind.TEXT, 1),
  AS(Kind.TEXT, 1),
  AT(Kind.NUMBER, 2),
  CS(Kind.TEXT, 1),
  DA(Kind.TEXT, 1),
  DS(Kind.TEXT, 1),
  DT(Kind.TEXT, 1),
  FD(Kind.NUMBER, 8),
  FL(Kind.NUMBER, 4),
  IS(Kind.TEXT, 1),
  LO(Kind.WORDS, 1),
  LT(Kind.WORDS, 1),
  OB(Kind.LONG, 1),
  OD(Kind.LONG, 8),
  OF(Kind.LONG, 4),
  OL(Kind.LONG, 4),
  OV(Kind.LONG, 8),
  OW(Kind.LONG, 2),
  PN(Kind.WORDS, 1),
  SH(Kind.WORDS, 1),
  SL(Kind.NUMBER, 4),
  SQ(Kind.LONG, 1),
  SS(Kind.NUMBER, 2),
  ST(Kind.WORDS, 1),
  SV(Kind.LONG, 8),
  TM(Kind.TEXT, 1),
  UC(Kind.LONG_WORDS, 1),
  UI(Kind.TEXT, 1),
  UL(Kind.NUMBER, 4),
  UN(Kind.LONG, 1),
  UR(Kind.LONG_WORDS, 1),
  US(Kind.NUMBER, 2),
  UT(Kind.LONG_WORDS, 1),
  UV(Kind.LONG, 8);

  private enum Kind {
    TEXT,
    WORDS,
    LONG_WORDS,
    NUMBER,
    LONG
  }

  private final Kind kind;
  private final int unit;

  Vr(Kind kind, int unit) {
    this.kind = kind;
    this.unit = unit;
  }

  /// The bytes of one number, in which byte orders differ; 1 for text and bytes.
  public int unit() {
    return unit;
  }

  /// Whether the explicit form has a length of four bytes behind two reserved ones.
  public boolean isLong() {
    return kind == Kind.LONG || kind == Kind.LONG_WORDS;
  }

  /// Whether the value is text.
  public boolean isText() {
    return kind == Kind.TEXT || kind == Kind.WORDS || kind == Kind.LONG_WORDS;
  }

  /// Whether the value is text in the data set's own character set; other text is ASCII.
  public boolean hasCharacterSet() {
    return kind == Kind.WORDS || (kind == Kind.LONG_WORDS && this != UR);
  }
}
