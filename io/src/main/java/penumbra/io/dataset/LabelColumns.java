package penumbra.io.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import penumbra.core.InvalidInputException;

/// What the columns of a label file mean. A column of 1, 0 and -1 alone is a finding that is there,
/// is not there, or is uncertain; any other holds names of classes, several with `|` between them.
///
/// @param set the set whose columns these are
/// @param image the place of the column that names the image or the study
/// @param study whether it names a study
/// @param labels the places of the columns with labels
/// @param flags those of them that hold 1, 0 and -1
/// @param patient the place of the patient's column, or -1
/// @param split the place of the split's column, or -1
/// @param names the names of all columns
record LabelColumns(
    String set,
    int image,
    boolean study,
    List<Integer> labels,
    Set<Integer> flags,
    int patient,
    int split,
    List<String> names) {
  private static final Set<String> FLAGS = Set.of("1", "0", "-1", "1.0", "0.0", "-1.0");

  /// Of columns of 1 and 0 these are no findings.
  private static final Set<String> NO_FINDING =
      Set.of("sex", "age", "frontal/lateral", "ap/pa", "follow-up #", "view", "fold", "index", "");

  /// The columns of `file` as asked for; empty where nobody asked and they are not those of a known
  /// label file.
  static Optional<LabelColumns> of(Path file, LabelRequest request) throws IOException {
    try (CsvFile csv = CsvFile.open(file)) {
      List<String> header = csv.row();
      boolean asked = request.file().isPresent();
      Optional<LabelScheme> scheme = Optional.ofNullable(header).flatMap(LabelScheme::of);
      if (header == null || (!asked && scheme.isEmpty())) {
        if (asked) {
          throw InvalidInputException.of(
              file.toString(), "must have a row of column names", "empty", "name another");
        }
        return Optional.empty();
      }
      return Optional.of(of(header, scheme, request, csv));
    }
  }

  private static LabelColumns of(
      List<String> header, Optional<LabelScheme> scheme, LabelRequest request, CsvFile csv)
      throws IOException {
    int image =
        request
            .imageColumn()
            .map(name -> named(header, name, "image-column"))
            .or(() -> scheme.map(known -> LabelScheme.find(header, known.image())))
            .orElseGet(() -> LabelScheme.anyImage(header));
    if (image < 0) {
      throw unknown(header, "image-column", "name images");
    }
    int patient = LabelScheme.find(header, LabelScheme.PATIENT);
    int split = LabelScheme.find(header, LabelScheme.SPLIT);
    Set<Integer> flags = flags(header, csv);
    List<Integer> labels = new ArrayList<>();
    for (String name : request.labelColumns()) {
      labels.add(named(header, name, "label-column"));
    }
    if (labels.isEmpty()) {
      labels.addAll(
          recognised(header, scheme, flags, new HashSet<>(List.of(image, patient, split))));
    }
    if (labels.isEmpty() && split < 0) {
      throw unknown(header, "label-column", "hold labels");
    }
    boolean study = request.imageColumn().isEmpty() && scheme.map(LabelScheme::study).orElse(false);
    String set = scheme.map(LabelScheme::set).orElse("a table");
    return new LabelColumns(set, image, study, labels, flags, patient, split, header);
  }

  private static int named(List<String> header, String name, String what) {
    int at = LabelScheme.find(header, List.of(name));
    if (at < 0) {
      throw InvalidInputException.of(
          what,
          "must be a column of the label file",
          "'" + name + "'",
          "it has " + String.join(", ", header));
    }
    return at;
  }

  private static InvalidInputException unknown(List<String> header, String option, String what) {
    return InvalidInputException.of(
        option,
        "must be named where no column of the label file is known to " + what,
        "missing among " + String.join(", ", header),
        "name one of these");
  }

  private static List<Integer> recognised(
      List<String> header, Optional<LabelScheme> scheme, Set<Integer> flags, Set<Integer> others) {
    int label =
        scheme.isEmpty()
            ? LabelScheme.anyLabel(header)
            : LabelScheme.find(header, scheme.get().label());
    boolean several = scheme.map(known -> known.label().isEmpty()).orElse(label < 0);
    List<Integer> found = new ArrayList<>();
    if (several) {
      for (int i = 0; i < header.size(); i++) {
        String name = header.get(i).toLowerCase(Locale.ROOT);
        if (flags.contains(i) && !others.contains(i) && !NO_FINDING.contains(name)) {
          found.add(i);
        }
      }
    } else if (!others.contains(label)) {
      found.add(label);
    }
    return found;
  }

  /// The columns that hold 1, 0 and -1 alone.
  private static Set<Integer> flags(List<String> header, CsvFile csv) throws IOException {
    Set<Integer> possible = new HashSet<>();
    Set<Integer> filled = new HashSet<>();
    for (int i = 0; i < header.size(); i++) {
      possible.add(i);
    }
    for (@Nullable List<String> row = csv.row(); row != null; row = csv.row()) {
      for (int i = 0; i < row.size(); i++) {
        if (!row.get(i).isEmpty()) {
          filled.add(i);
          if (!FLAGS.contains(row.get(i))) {
            possible.remove(i);
          }
        }
      }
    }
    possible.retainAll(filled);
    return Set.copyOf(possible);
  }

  /// The names of the columns that labels are read from.
  List<String> labelNames() {
    return labels.stream().map(names::get).toList();
  }
}
