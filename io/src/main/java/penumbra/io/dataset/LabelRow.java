package penumbra.io.dataset;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the rows of a label file about one image, or one study, say together.
final class LabelRow {
  private static final String UNCERTAIN = "uncertain";
  private static final String NONE_MARKED = "none marked";

  private final Set<String> findings = new LinkedHashSet<>();
  private boolean uncertain;
  private boolean judged;
  private Split split = Split.NONE;
  private Optional<String> patient = Optional.empty();

  /// Adds a row.
  void add(List<String> row, LabelColumns columns, Split splitOfFile) {
    for (int at : columns.labels()) {
      String value = at < row.size() ? row.get(at) : "";
      if (!value.isEmpty()) {
        addValue(value, at, columns);
      }
    }
    Optional<Split> own = value(row, columns.split()).flatMap(SplitNames::ofWord);
    split = own.orElse(split == Split.NONE ? splitOfFile : split);
    patient = value(row, columns.patient()).or(() -> patient);
  }

  /// Says the split alone.
  void add(Split ofList) {
    split = ofList;
  }

  private static Optional<String> value(List<String> row, int at) {
    return at >= 0 && at < row.size() && !row.get(at).isEmpty()
        ? Optional.of(row.get(at))
        : Optional.empty();
  }

  private void addValue(String value, int at, LabelColumns columns) {
    String name = columns.names().get(at);
    if (!columns.flags().contains(at)) {
      names(value).filter(one -> !one.isEmpty()).forEach(findings::add);
      return;
    }
    judged = true;
    int flag = (int) Double.parseDouble(value);
    if (columns.labels().size() == 1) {
      findings.add(name + " " + flag);
    } else if (flag == 1) {
      findings.add(name);
    } else {
      uncertain |= flag < 0;
    }
  }

  /// `A|B`, or as PadChest writes it `['a', 'b']`.
  private static java.util.stream.Stream<String> names(String value) {
    boolean list = value.startsWith("[") && value.endsWith("]");
    String inner = list ? value.substring(1, value.length() - 1) : value;
    return Arrays.stream(inner.split(list ? "," : "\\|", -1))
        .map(String::strip)
        .map(name -> list ? name.replaceAll("^['\"]|['\"]$", "") : name)
        .map(String::strip);
  }

  /// What is there; empty if the rows say nothing of it.
  List<String> findings() {
    if (findings.isEmpty() && judged) {
      return List.of(uncertain ? UNCERTAIN : NONE_MARKED);
    }
    return List.copyOf(findings);
  }

  /// Whether findings are uncertain and none is certain.
  boolean isUncertain() {
    return findings.isEmpty() && uncertain;
  }

  Split split() {
    return split;
  }

  Optional<String> patient() {
    return patient;
  }
}
