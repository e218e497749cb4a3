package penumbra.dicom;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Text whose bytes switch between sets of characters by escape sequences, PS3.5 section 6.1.2.5.
///
/// The sets of the beginning are back in force after a control character, behind the `\` between
/// values, and in names behind `^` and `=`.
final class CodedText {
  private static final int ESCAPE = 0x1B;
  private static final char UNKNOWN = '\uFFFD';

  private final byte[] bytes;
  private final CodeElement firstLower;
  private final @Nullable CodeElement firstUpper;
  private final List<String> values = new ArrayList<>();
  private final StringBuilder value = new StringBuilder();
  private CodeElement lower;
  private @Nullable CodeElement upper;

  /// @param lower what bytes below 128 mean at the beginning
  /// @param upper what the others mean; without it they are taken as Latin 1
  CodedText(byte[] bytes, CodeElement lower, @Nullable CodeElement upper) {
    this.bytes = bytes;
    this.firstLower = lower;
    this.firstUpper = upper;
    this.lower = lower;
    this.upper = upper;
  }

  /// The values, or the one where `single` says that `\` parts none.
  List<String> decode(boolean single, boolean name) {
    int at = 0;
    while (at < bytes.length) {
      int code = bytes[at] & 0xFF;
      if (code == ESCAPE) {
        at += 1 + escape(at + 1);
      } else if (code < ' ') {
        reset();
        value.append((char) code);
        at++;
      } else {
        at += character(at, code, single, name);
      }
    }
    values.add(value.toString());
    return values;
  }

  private int escape(int at) {
    CodeElement called = CodeElement.called(bytes, at);
    if (called == null) {
      value.append(UNKNOWN);
      return 0;
    }
    if (called.isUpper()) {
      upper = called;
    } else {
      lower = called;
    }
    return called.escapeLength();
  }

  private void reset() {
    lower = firstLower;
    upper = firstUpper;
  }

  /// Reads the character at `at`; the number of its bytes.
  private int character(int at, int code, boolean single, boolean name) {
    CodeElement set = code < 0x80 ? lower : upper;
    if (set == null) {
      value.append((char) code);
      return 1;
    }
    if (set.width() == 2) {
      boolean paired =
          at + 1 < bytes.length && (bytes[at + 1] & 0x80) == (code & 0x80) && pairs(at + 1);
      value.append(paired ? set.character(bytes, at) : UNKNOWN);
      return paired ? 2 : 1;
    }
    if (code == '\\' && !single) {
      values.add(value.toString());
      value.setLength(0);
      reset();
      return 1;
    }
    if (name && (code == '^' || code == '=')) {
      reset();
    }
    value.append(code < 0x80 ? String.valueOf((char) code) : set.character(bytes, at));
    return 1;
  }

  private boolean pairs(int at) {
    return (bytes[at] & 0x7F) > ' ';
  }
}
