package penumbra.dicom.deidentify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import penumbra.dicom.Tag;

/// The table of PS3.15, E.1-1: what happens to each attribute that may identify someone.
///
/// If the standard makes the action depend on the attribute's type in its object (`X/Z/D`), the
/// last one is used, which is valid for every type: a required value is kept, with dummy content.
final class Profile {
  private static final String FILE = "profile.tsv";

  private final Map<Integer, Rule> rules = new HashMap<>();

  private Profile() {}

  private static final class Loaded {
    static final Profile STANDARD = load();
  }

  static Profile standard() {
    return Loaded.STANDARD;
  }

  /// The standard's rule for an attribute, if there is one.
  Optional<Rule> rule(Tag tag) {
    return Optional.ofNullable(rules.get(tag.value()));
  }

  int size() {
    return rules.size();
  }

  /// What happens to an attribute.
  enum Action {
    REMOVE,
    EMPTY,
    DUMMY,
    UID
  }

  /// The table's entry for an attribute.
  ///
  /// @param action what the basic profile does
  /// @param removable whether it may also be removed; sequences then are
  /// @param options the letters of the options under which it is kept: `d` dates, `e` device, `i`
  ///   institution, `p` patient's characteristics, `u` unique identifiers
  record Rule(Action action, boolean removable, String options) {
    boolean isKeptUnder(char option) {
      return options.indexOf(option) >= 0;
    }
  }

  private static Profile load() {
    Profile profile = new Profile();
    try (InputStream in = Objects.requireNonNull(Profile.class.getResourceAsStream(FILE), FILE);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> profile.add(line.split("\t", -1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return profile;
  }

  /// Groups that repeat (`50xx`, `60xx`) go whole, see [Deidentifier].
  private void add(String[] fields) {
    if (!fields[0].contains("x")) {
      rules.put(
          Integer.parseUnsignedInt(fields[0], 16),
          new Rule(action(fields[1]), fields[1].startsWith("X"), fields[2]));
    }
  }

  private static Action action(String codes) {
    return switch (codes.substring(codes.lastIndexOf('/') + 1)) {
      case "X" -> Action.REMOVE;
      case "Z" -> Action.EMPTY;
      case "D" -> Action.DUMMY;
      case "U", "U*" -> Action.UID;
      default -> throw new IllegalStateException("no action " + codes);
    };
  }
}
