package penumbra.cli.operation;

import java.util.EnumMap;
import java.util.Map;
import penumbra.catalogue.Numbers;
import penumbra.cli.console.Console;
import penumbra.cli.failure.FailureWords;
import penumbra.datasets.Outcome;
import penumbra.imaging.PolarityRemark;

/// Reports results that are inverted, or whose polarity differs from their source: one by its name,
/// many by their number.
final class PolarityRemarks {
  private final Console console;
  private final int items;
  private final Map<PolarityRemark, Long> counts = new EnumMap<>(PolarityRemark.class);

  /// @param items how many results there are to be
  PolarityRemarks(Console console, int items) {
    this.console = console;
    this.items = items;
  }

  void tell(Outcome.Done done) {
    done.remark()
        .ifPresent(remark -> {
          counts.merge(remark, 1L, Long::sum);
          if (items == 1) {
            console.note(
                "penumbra: "
                    + done.item().target()
                    + " "
                    + FailureWords.on(remark, done.item().source()));
          }
        });
  }

  /// Call it after the last result.
  void sum() {
    if (items > 1) {
      counts.forEach((remark, count) ->
          console.note(
              "penumbra: "
                  + Numbers.count(count)
                  + " of the results "
                  + FailureWords.onMany(remark)));
    }
  }
}
