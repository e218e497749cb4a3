package penumbra.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Penumbra's speed targets, and whether this run met them, in words.
final class SpeedTargets {
  private static final double OVER_SCIPY = 10;
  private static final double SHARE_OF_FAST = 1.0 / 3;
  private static final double GAIN = 1.7;
  private static final double GROWTH = 1.2;

  private final MeasuredResults results;

  SpeedTargets(MeasuredResults results) {
    this.results = results;
  }

  /// One list item for each target.
  String verdicts() {
    List<String> items = new ArrayList<>();
    for (int threads : results.plan().settings().threads()) {
      items.add(
          verdict(
              "FAST against OpenCV on " + threads(threads),
              results.rows().stream()
                  .filter(row -> row.target() > 0)
                  .flatMap(row -> overOpenCv(row, threads).stream())
                  .toList()));
    }
    int fewest = results.plan().settings().threads().getFirst();
    items.add(
        verdict(
            "EXACT on " + threads(fewest) + " at least 10 times as fast as SciPy",
            each(row -> results.speed(row, Contender.EXACT, fewest, Contender.SCIPY), OVER_SCIPY)));
    items.add(
        verdict(
            "EXACT at least a third as fast as FAST",
            each(
                row ->
                    results.speed(
                        row,
                        Contender.EXACT,
                        results.plan().settings().mostThreads(),
                        Contender.FAST),
                SHARE_OF_FAST)));
    items.add(
        verdict("time per pixel within 20 % from the smallest picture to the largest", growth()));
    if (results.plan().settings().threads().size() > 1) {
      items.add(
          verdict("two threads at least 1.7 times as fast as one beyond 1 megapixel", gains()));
    }
    return String.join("\n", items);
  }

  /// One case of a target.
  ///
  /// @param reached the ratio that was measured
  /// @param asked the target ratio
  private record Case(String name, double reached, double asked) {
    boolean met() {
      return reached >= asked;
    }

    String shortfall() {
      return name + " (" + Digits.of(reached) + " of " + Digits.of(asked) + ")";
    }
  }

  @FunctionalInterface
  private interface Speed {
    Optional<Timing.Ratio> of(Row row);
  }

  private static String verdict(String target, List<Case> cases) {
    List<String> missed = cases.stream().filter(c -> !c.met()).map(Case::shortfall).toList();
    String summary;
    if (cases.isEmpty()) {
      summary = "not measured.";
    } else if (missed.isEmpty()) {
      summary = cases.size() == 1 ? "met." : "met in all " + cases.size() + " cases.";
    } else {
      summary =
          "met in "
              + (cases.size() - missed.size())
              + " of "
              + cases.size()
              + " cases; missed by "
              + String.join("; ", missed)
              + ".";
    }
    return "- **" + target + ":** " + summary;
  }

  private Optional<Case> overOpenCv(Row row, int threads) {
    return results
        .speed(row, Contender.FAST, threads, Contender.OPENCV)
        .map(ratio -> new Case(name(row), ratio.value(), row.target()));
  }

  private List<Case> each(Speed speed, double asked) {
    return results.rows().stream()
        .filter(row -> row.target() > 0)
        .flatMap(row -> speed.of(row).map(r -> new Case(name(row), r.value(), asked)).stream())
        .toList();
  }

  private List<Case> growth() {
    List<Case> cases = new ArrayList<>();
    for (Row row : sized()) {
      for (Contender contender : List.of(Contender.FAST, Contender.EXACT)) {
        for (int threads : results.plan().settings().threads()) {
          double[] perPixel =
              results.plan().settings().sides().stream()
                  .map(side -> new Cell(row, contender, threads, side))
                  .flatMap(c -> results.timing(c).map(t -> t.median() / c.pixels()).stream())
                  .mapToDouble(Double::doubleValue)
                  .sorted()
                  .toArray();
          if (perPixel.length > 1) {
            String name = row.label() + ", " + contender + " on " + threads(threads);
            double ratio = perPixel[0] / perPixel[perPixel.length - 1];
            cases.add(new Case(name, ratio, 1 / GROWTH));
          }
        }
      }
    }
    return cases;
  }

  private List<Case> gains() {
    List<Case> cases = new ArrayList<>();
    for (Row row : sized()) {
      for (Contender contender : List.of(Contender.FAST, Contender.EXACT)) {
        for (int side : results.plan().settings().sides()) {
          var one = results.timing(new Cell(row, contender, 1, side));
          var two = results.timing(new Cell(row, contender, 2, side));
          if (side > Cell.SIDE && one.isPresent() && two.isPresent()) {
            String name = row.label() + ", " + contender + ", " + Tables.megapixels(side) + " MP";
            cases.add(new Case(name, two.get().speedOver(one.get()).value(), GAIN));
          }
        }
      }
    }
    return cases;
  }

  private List<Row> sized() {
    return results.rows().stream().filter(MeasurementPlan.SIZED::contains).toList();
  }

  private static String name(Row row) {
    return row.label() + " from " + row.input().label();
  }

  private static String threads(int count) {
    return count == 1 ? "1 thread" : count + " threads";
  }
}
