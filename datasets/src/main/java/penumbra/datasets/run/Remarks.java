package penumbra.datasets.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import penumbra.imaging.PolarityRemark;
import penumbra.imaging.RenderedPicture;
import penumbra.imaging.job.ValueRemark;

/// Counts the written results to which each remark applies. Any number of threads may add to it.
final class Remarks {
  private final Map<PolarityRemark, Long> polarity = new ConcurrentHashMap<>();
  private final Map<ValueRemark.Kind, Long> values = new ConcurrentHashMap<>();
  private final Map<ValueRemark.Kind, String> examples = new ConcurrentHashMap<>();
  private final AtomicLong rounded = new AtomicLong();
  private final Map<String, Long> notes = new ConcurrentHashMap<>();

  /// What was odd about a file.
  void note(List<String> odd) {
    odd.forEach(note -> notes.merge(note, 1L, Long::sum));
  }

  void add(RenderedPicture shown, List<ValueRemark> told, Optional<String> lost) {
    for (ValueRemark remark : told) {
      values.merge(remark.kind(), 1L, Long::sum);
      examples.merge(remark.kind(), remark.sentence(), Remarks::first);
    }
    shown.remark().ifPresent(remark -> polarity.merge(remark, 1L, Long::sum));
    lost.ifPresent(_ -> rounded.incrementAndGet());
  }

  void tell(RunListener listener) {
    if (rounded.get() > 0) {
      listener.rounded(rounded.get());
    }
    new TreeMap<>(polarity).forEach(listener::remarked);
    new TreeMap<>(values)
        .forEach((kind, count) -> listener.told(kind, examples.getOrDefault(kind, ""), count));
    new TreeMap<>(notes).forEach(listener::noted);
  }

  /// Whichever comes first in the alphabet, so that the order of the threads does not show.
  private static String first(String one, String other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
