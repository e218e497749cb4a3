package penumbra.dicom;

import org.jspecify.annotations.Nullable;

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

  private static final @Nullable Vr[] BY_LETTERS = byLetters();

  private static @Nullable Vr[] byLetters() {
    @Nullable Vr[] table = new @Nullable Vr[26 * 26];
    for (Vr vr : values()) {
      table[(vr.name().charAt(0) - 'A') * 26 + vr.name().charAt(1) - 'A'] = vr;
    }
    return table;
  }

  /// The representation of these two letters of a file, if they name one.
  public static @Nullable Vr of(int first, int second) {
    return areLetters(first, second) ? BY_LETTERS[(first - 'A') * 26 + second - 'A'] : null;
  }

  /// Whether a later edition of the standard may have a representation of this name.
  public static boolean areLetters(int first, int second) {
    return first >= 'A' && first <= 'Z' && second >= 'A' && second <= 'Z';
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

  /// Whether an element holds only one value, in which `\` is an ordinary character.
  public boolean isSingle() {
    return this == LT || this == ST || this == UT || this == UR;
  }

  /// Whether the value is text in the data set's own character set; other text is ASCII.
  public boolean hasCharacterSet() {
    return kind == Kind.WORDS || (kind == Kind.LONG_WORDS && this != UR);
  }
}
