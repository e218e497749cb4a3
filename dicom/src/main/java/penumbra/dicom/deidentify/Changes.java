package penumbra.dicom.deidentify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import penumbra.dicom.Tag;

/// Counts what is done, by tag.
final class Changes {
  private final Map<Key, Integer> counts = new HashMap<>();

  private record Key(Tag tag, Treatment treatment) {}

  void add(Tag tag, Treatment treatment) {
    counts.merge(new Key(tag, treatment), 1, Integer::sum);
  }

  /// In the order of tags, then of treatments.
  List<Change> list() {
    List<Change> list = new ArrayList<>();
    counts.forEach((key, count) -> list.add(new Change(key.tag(), key.treatment(), count)));
    list.sort(Comparator.comparing(Change::tag).thenComparing(Change::treatment));
    return list;
  }
}
