package penumbra.cli.failure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// The names of options in messages. The library and recipes call a parameter `maxVal` or
/// `max-val`; a user who typed `--max-val` reads that.
///
/// ```
/// var names = OptionNames.of(spec);
/// names.in("maxVal must be at least minVal, 9.0, but is 1.0; ...");
/// // --max-val must be at least --min-val, 9.0, but is 1.0; ...
/// ```
///
/// Names of several words are replaced everywhere. Names of one word are ordinary words too, so
/// they are replaced only as the subject of a message, or where a rule gives their value.
final class OptionNames {
  private final Map<Pattern, String> replacements = new LinkedHashMap<>();

  private OptionNames() {}

  /// The options of a command; after it was parsed, by those of their names that were typed.
  static OptionNames of(CommandSpec spec) {
    List<String> typed = typed(spec);
    var names = new OptionNames();
    for (OptionSpec option : spec.options()) {
      String shown =
          List.of(option.names()).stream()
              .filter(name -> typed.stream().anyMatch(arg -> isName(arg, name)))
              .findFirst()
              .orElse(option.longestName());
      names.add(option.longestName(), shown);
    }
    if (spec.userObject() instanceof ParameterOptions own) {
      own.parameters().forEach(parameter -> names.add("--" + parameter, "--" + parameter));
    }
    return names;
  }

  private static List<String> typed(CommandSpec spec) {
    ParseResult result = spec.commandLine().getParseResult();
    return result == null ? List.of() : result.originalArgs();
  }

  private static boolean isName(String arg, String name) {
    return arg.equals(name) || arg.startsWith(name + "=");
  }

  private void add(String name, String shown) {
    String kebab = name.replaceFirst("^-+", "");
    String camel = camel(kebab);
    String words = Pattern.quote(kebab) + "|" + Pattern.quote(camel);
    if (!camel.equals(kebab)) {
      replacements.put(Pattern.compile("(?<![\\w-])" + Pattern.quote(camel) + "(?![\\w-])"), shown);
    }
    replacements.put(
        Pattern.compile(
            "(?:(?<=^)|(?<=: ))(?:%1$s)(?= must )|(?<=(?:above|below|least|most) )(?:%1$s)(?=, )"
                .formatted(words)),
        shown);
  }

  private static String camel(String kebab) {
    List<String> parts = new ArrayList<>(List.of(kebab.split("-", -1)));
    StringBuilder camel = new StringBuilder(parts.removeFirst());
    for (String part : parts) {
      camel.append(part.substring(0, 1).toUpperCase(java.util.Locale.ROOT));
      camel.append(part.substring(1));
    }
    return camel.toString();
  }

  /// The message with the options as they were typed.
  String in(String message) {
    String text = message;
    for (Map.Entry<Pattern, String> name : replacements.entrySet()) {
      text = name.getKey().matcher(text).replaceAll(Matcher.quoteReplacement(name.getValue()));
    }
    return text;
  }
}
