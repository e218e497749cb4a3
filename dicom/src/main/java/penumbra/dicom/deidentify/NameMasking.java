package penumbra.dicom.deidentify;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import penumbra.dicom.DataSet;
import penumbra.dicom.Element;
import penumbra.dicom.Tag;
import penumbra.dicom.Tags;
import penumbra.dicom.Value.Items;
import penumbra.dicom.Vr;

/// Masks an object's names and patient numbers wherever they occur in its text.
///
/// The profile's table keeps some text, such as the explanation of a window, in which somebody may
/// have typed a name. In it, words of at least three letters from the object's names, and its
/// patient numbers of at least four characters, are masked: `Knee of XXXX`. So are the whole names
/// of its institutions, unless they are kept. This goes beyond the profile. It does not find names
/// that occur only in such text, nor names of two letters, names joined to other words, and parts
/// of numbers.
final class NameMasking {
  private static final int SHORTEST_NAME = 3;
  private static final int SHORTEST_NUMBER = 4;
  private static final Set<Tag> NUMBERS =
      Set.of(
          Tags.PATIENT_ID,
          Tag.of(0x0010, 0x1000), // Other Patient IDs
          Tags.ACCESSION_NUMBER);
  private static final Set<Tag> INSTITUTIONS =
      Set.of(
          Tags.INSTITUTION_NAME,
          Tag.of(0x0008, 0x0116), // Coding Scheme Responsible Organization
          Tag.of(0x0008, 0x1040), // Institutional Department Name
          Tag.of(0x0010, 0x2299)); // Responsible Organization
  private static final Set<Vr> FREE_TEXT =
      Set.of(Vr.AE, Vr.CS, Vr.LO, Vr.LT, Vr.PN, Vr.SH, Vr.ST, Vr.UC, Vr.UR, Vr.UT);

  /// The names of patients who have been de-identified before.
  private static final Set<String> NOBODY = Set.of("anon", "anonymised", "anonymized", "anonymous");

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");
  private static final Pattern NUMBER = Pattern.compile("[^\\s,;:()\\[\\]<>=\"'^/]+");

  private final Set<String> names = new HashSet<>();
  private final Set<String> numbers = new HashSet<>();
  private final Set<String> institutions = new HashSet<>();
  private final boolean institution;

  private NameMasking(boolean institution) {
    this.institution = institution;
  }

  /// The names and numbers of the original object.
  ///
  /// @param institution whether the names of institutions are masked too
  static NameMasking of(DataSet data, boolean institution) {
    NameMasking traces = new NameMasking(institution);
    traces.gather(data);
    return traces;
  }

  private void gather(DataSet data) {
    for (Element element : data.elements()) {
      Tag tag = element.tag();
      if (element.value() instanceof Items) {
        data.items(tag).forEach(this::gather);
      } else if (element.vr() == Vr.PN) {
        data.texts(tag).forEach(text -> add(WORD, text, SHORTEST_NAME, names));
      } else if (NUMBERS.contains(tag)) {
        data.texts(tag).forEach(text -> add(NUMBER, text, SHORTEST_NUMBER, numbers));
      } else if (institution && INSTITUTIONS.contains(tag)) {
        data.texts(tag).stream()
            .filter(text -> text.length() >= SHORTEST_NUMBER)
            .forEach(institutions::add);
      }
    }
  }

  private static void add(Pattern part, String text, int shortest, Set<String> to) {
    Matcher matcher = part.matcher(text);
    while (matcher.find()) {
      String found = matcher.group().toLowerCase(Locale.ROOT);
      if (found.length() >= shortest && !NOBODY.contains(found)) {
        to.add(found);
      }
    }
  }

  /// The cleaned data set with these names and numbers masked.
  DataSet crossedOut(DataSet clean, Changes changes) {
    if (names.isEmpty() && numbers.isEmpty() && institutions.isEmpty()) {
      return clean;
    }
    List<Element> elements = new ArrayList<>();
    for (Element element : clean.elements()) {
      elements.add(crossedOut(clean, element, changes));
    }
    return DataSet.of(elements);
  }

  private Element crossedOut(DataSet data, Element element, Changes changes) {
    Tag tag = element.tag();
    if (element.value() instanceof Items) {
      return Element.ofItems(
          tag, data.items(tag).stream().map(item -> crossedOut(item, changes)).toList());
    }
    boolean pseudonym = tag.equals(Tags.PATIENT_NAME) || tag.equals(Tags.PATIENT_ID);
    if (pseudonym || !FREE_TEXT.contains(element.vr())) {
      return element;
    }
    String text = String.join("\\", data.texts(tag));
    String crossed = cross(NUMBER, cross(WORD, withoutInstitutions(text), names), numbers);
    if (crossed.equals(text)) {
      return element;
    }
    changes.add(tag, Treatment.CROSSED_OUT);
    return ascii(crossed)
        .map(plain -> Element.ofText(tag, element.vr(), plain))
        .orElseGet(() -> Element.ofBytes(tag, element.vr(), new byte[0]));
  }

  /// Text in other character sets would have to be encoded again; it is removed as a whole.
  private static Optional<String> ascii(String text) {
    return StandardCharsets.US_ASCII.newEncoder().canEncode(text)
        ? Optional.of(text)
        : Optional.empty();
  }

  private String withoutInstitutions(String text) {
    String crossed = text;
    for (String name : institutions) {
      crossed =
          Pattern.compile(Pattern.quote(name), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
              .matcher(crossed)
              .replaceAll("X".repeat(name.length()));
    }
    return crossed;
  }

  private static String cross(Pattern part, String text, Set<String> forbidden) {
    return part.matcher(text)
        .replaceAll(match ->
            Matcher.quoteReplacement(
                forbidden.contains(match.group().toLowerCase(Locale.ROOT))
                    ? "X".repeat(match.group().length())
                    : match.group()));
  }
}
