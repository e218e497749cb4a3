package penumbra.cli.dataset;

import java.util.List;
import penumbra.catalogue.Numbers;
import penumbra.cli.console.Console;
import penumbra.io.dataset.LabelUse;

/// Notes on where the labels of a set come from, and on its masks.
final class LabelNotes {
  private LabelNotes() {}

  static void tell(Console console, int masks, List<LabelUse> labels) {
    if (masks > 0) {
      console.note(
          "penumbra: "
              + Numbers.count(masks)
              + (masks == 1 ? " mask beside images is" : " masks beside images are")
              + " left out; name their folder for results of them");
    }
    labels.forEach(use -> console.note("penumbra: labels from " + use.line()));
  }
}
