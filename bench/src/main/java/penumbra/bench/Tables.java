package penumbra.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The tables of the page, in Markdown.
final class Tables {
  private static final String NOTHING = "–";
  private static final double NANOS_PER_MILLI = 1e6;

  private final MeasuredResults results;

  Tables(MeasuredResults results) {
    this.results = results;
  }

  /// Medians of all contenders on that many threads, and the two ratios that matter.
  String medians(int threads) {
    List<Contender> shown = contenders(threads);
    List<String> head = new ArrayList<>(List.of("operation", "input"));
    shown.forEach(contender -> head.add(contender.label()));
    head.add("FAST : OpenCV");
    head.add("EXACT : SciPy");
    List<List<String>> body = new ArrayList<>();
    for (Row row : results.rows()) {
      List<String> line = new ArrayList<>(List.of(row.label(), row.input().label()));
      for (Contender contender : shown) {
        line.add(results.timing(row, contender, threads).map(Digits::of).orElse(NOTHING));
      }
      line.add(ratio(results.speed(row, Contender.FAST, threads, Contender.OPENCV)));
      line.add(ratio(results.speed(row, Contender.EXACT, threads, Contender.SCIPY)));
      body.add(line);
    }
    return table(head, body, 2);
  }

  /// Nanoseconds per pixel over the size of the picture, and what a second thread brings.
  String sizes() {
    List<String> head = new ArrayList<>(List.of("operation", "precision", "threads"));
    List<Integer> sides = results.plan().settings().sides();
    sides.forEach(side -> head.add(megapixels(side) + " MP"));
    List<List<String>> body = new ArrayList<>();
    for (Row row : results.rows()) {
      if (MeasurementPlan.SIZED.contains(row)) {
        for (Contender contender : List.of(Contender.FAST, Contender.EXACT)) {
          List<Integer> counts = results.plan().settings().threads();
          counts.forEach(threads -> body.add(perPixel(row, contender, threads, sides)));
          if (counts.size() > 1) {
            body.add(gain(row, contender, counts, sides));
          }
        }
      }
    }
    return table(head, body, 2);
  }

  /// How far each contender's values are from the exact ones.
  String agreement() {
    List<Contender> shown =
        List.of(Contender.FAST, Contender.OPENCV, Contender.IMAGEJ, Contender.BOOFCV);
    List<String> head = new ArrayList<>(List.of("operation", "input"));
    shown.forEach(contender -> head.add(contender.label()));
    List<List<String>> body = new ArrayList<>();
    results
        .agreement()
        .differences()
        .forEach((row, ofRow) -> {
          List<String> line = new ArrayList<>(List.of(row.label(), row.input().label()));
          for (Contender contender : shown) {
            line.add(
                Optional.ofNullable(ofRow.get(contender))
                    .map(Agreement.Difference::toString)
                    .orElse(NOTHING));
          }
          body.add(line);
        });
    return table(head, body, 2);
  }

  private List<Contender> contenders(int threads) {
    return List.of(Contender.values()).stream()
        .filter(contender ->
            results.rows().stream()
                .anyMatch(row -> results.timing(row, contender, threads).isPresent()))
        .toList();
  }

  private List<String> perPixel(Row row, Contender contender, int threads, List<Integer> sides) {
    List<String> line = start(row, contender, Integer.toString(threads));
    for (int side : sides) {
      Cell cell = new Cell(row, contender, threads, side);
      line.add(
          results
              .timing(cell)
              .map(timing -> Digits.of(timing.median() * NANOS_PER_MILLI / cell.pixels()))
              .orElse(NOTHING));
    }
    return line;
  }

  private List<String> gain(
      Row row, Contender contender, List<Integer> counts, List<Integer> sides) {
    List<String> line = start(row, contender, "gain");
    for (int side : sides) {
      var one = results.timing(new Cell(row, contender, counts.getFirst(), side));
      var most = results.timing(new Cell(row, contender, counts.getLast(), side));
      line.add(
          one.flatMap(slow -> most.map(fast -> "× " + Digits.of(fast.speedOver(slow).value())))
              .orElse(NOTHING));
    }
    return line;
  }

  private static List<String> start(Row row, Contender contender, String threads) {
    return new ArrayList<>(List.of(row.label(), contender.name(), threads));
  }

  /// `0.25`, `1`, `100`: as people say it, a megapixel being 1024 x 1024.
  static String megapixels(int side) {
    return side < Cell.SIDE
        ? "0.25"
        : Integer.toString((int) ((long) side * side / ((long) Cell.SIDE * Cell.SIDE)));
  }

  private static String ratio(Optional<Timing.Ratio> ratio) {
    return ratio.map(value -> "**" + Digits.of(value.value()) + "**").orElse(NOTHING);
  }

  /// @param left how many columns, from the left, hold words rather than numbers
  static String table(List<String> head, List<List<String>> body, int left) {
    var text = new StringBuilder();
    line(text, head);
    List<String> rule = new ArrayList<>();
    for (int i = 0; i < head.size(); i++) {
      rule.add(i < left ? "---" : "---:");
    }
    line(text, rule);
    body.forEach(cells -> line(text, cells));
    return text.toString().stripTrailing();
  }

  private static void line(StringBuilder text, List<String> cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }
}
