package penumbra.cli.operation;

import java.util.EnumMap;
import java.util.Map;
import penumbra.catalogue.Numbers;
import penumbra.cli.console.Console;
import penumbra.datasets.Outcome;
import penumbra.imaging.job.ValueRemark;

/// Reports remarks on the values of results: on one result in full, on many by their number.
final class ValueRemarkLines {
  private final Console console;
  private final int items;
  private final Map<ValueRemark.Kind, Long> counts = new EnumMap<>(ValueRemark.Kind.class);
  private final Map<ValueRemark.Kind, String> first = new EnumMap<>(ValueRemark.Kind.class);

  /// @param items how many results there are to be
  ValueRemarkLines(Console console, int items) {
    this.console = console;
    this.items = items;
  }

  void tell(Outcome.Done done) {
    for (ValueRemark remark : done.values()) {
      if (items == 1) {
        console.note("penumbra: " + done.item().target() + ": " + remark.sentence());
      }
      counts.merge(remark.kind(), 1L, Long::sum);
      first.putIfAbsent(remark.kind(), remark.sentence());
    }
  }

  /// Call it after the last result.
  void sum() {
    if (items > 1) {
      counts.forEach((kind, count) ->
          console.note(
              "penumbra: "
                  + Numbers.count(count)
                  + " of the results, for instance: "
                  + first.getOrDefault(kind, "")));
    }
  }
}
