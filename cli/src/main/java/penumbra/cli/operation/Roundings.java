package penumbra.cli.operation;

import penumbra.catalogue.Numbers;
import penumbra.cli.console.Console;
import penumbra.datasets.Outcome;

/// Reports results that had to be rounded to fit their format: for one by how much, for many their
/// number.
final class Roundings {
  private final Console console;
  private final int items;
  private int rounded;

  /// @param items how many results there are to be
  Roundings(Console console, int items) {
    this.console = console;
    this.items = items;
  }

  void tell(Outcome.Done done) {
    done.rounding()
        .ifPresent(sentence -> {
          rounded++;
          if (items == 1) {
            console.note(
                "penumbra: %s: %s Write .npy for the values"
                    .formatted(done.item().target(), sentence));
          }
        });
  }

  /// Call it after the last result.
  void sum() {
    if (rounded > 0 && items > 1) {
      console.note(
          "penumbra: "
              + Numbers.count(rounded)
              + (rounded == 1 ? " image holds its" : " images hold their")
              + " values rounded to what fits the pixels; --format npy keeps them");
    }
  }
}
