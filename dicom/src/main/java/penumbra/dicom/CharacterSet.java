package penumbra.dicom;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Decodes the text of a data set by its Specific Character Set (0008,0005).
///
/// Terms are recognised with any spacing and punctuation (`ISO_IR 100`, `ISO-IR-100`). Each text
/// begins in the set of the first term; escape sequences switch to the others, and are followed
/// even if the data set does not list them. If no term is known, bytes are Latin 1.
public final class CharacterSet {
  /// The default, for a data set that names none.
  static final CharacterSet DEFAULT = new CharacterSet(null, CodeElement.ASCII, null);

  private static final String PLAIN = "ISOIR";
  private static final String EXTENDED = "ISO2022IR";
  private static final String UTF_8 = "192";

  private final @Nullable Charset whole;
  private final CodeElement lower;
  private final @Nullable CodeElement upper;

  private CharacterSet(@Nullable Charset whole, CodeElement lower, @Nullable CodeElement upper) {
    this.whole = whole;
    this.lower = lower;
    this.upper = upper;
  }

  /// The set of these terms.
  static CharacterSet of(List<String> terms) {
    String first = terms.isEmpty() ? "" : terms.getFirst();
    Optional<Charset> whole = whole(first);
    if (whole.isPresent()) {
      return new CharacterSet(whole.get(), CodeElement.ASCII, null);
    }
    Optional<CodeElement> element = CodeElement.ofNumber(number(first));
    if (element.isPresent() && element.get() == CodeElement.KATAKANA) {
      return new CharacterSet(null, CodeElement.ROMAJI, CodeElement.KATAKANA);
    }
    return element
        .filter(CodeElement::isUpper)
        .map(upper -> new CharacterSet(null, CodeElement.ASCII, upper))
        .orElse(DEFAULT);
  }

  /// The terms among these that are not known.
  public static List<String> unknown(List<String> terms) {
    List<String> unknown = new ArrayList<>();
    for (String term : terms) {
      if (!term.isEmpty()
          && whole(term).isEmpty()
          && CodeElement.ofNumber(number(term)).isEmpty()) {
        unknown.add(term);
      }
    }
    return unknown;
  }

  /// The values of a text element, with their padding.
  List<String> decode(byte[] bytes, Vr vr) {
    if (whole == null) {
      return new CodedText(bytes, lower, upper).decode(vr.isSingle(), vr == Vr.PN);
    }
    String text = new String(bytes, whole);
    return vr.isSingle() ? List.of(text) : List.of(text.split("\\\\", -1));
  }

  private static Optional<Charset> whole(String term) {
    return switch (plain(term)) {
      case PLAIN + UTF_8, EXTENDED + UTF_8 -> Optional.of(StandardCharsets.UTF_8);
      case "GB18030" -> Optional.of(Charset.forName("GB18030"));
      case "GBK" -> Optional.of(Charset.forName("GBK"));
      default -> Optional.empty();
    };
  }

  /// The number in ISO's registry; nothing where the term has none.
  private static String number(String term) {
    String plain = plain(term);
    if (plain.startsWith(EXTENDED)) {
      return plain.substring(EXTENDED.length());
    }
    return plain.startsWith(PLAIN) ? plain.substring(PLAIN.length()) : "";
  }

  private static String plain(String term) {
    return term.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
  }
}
