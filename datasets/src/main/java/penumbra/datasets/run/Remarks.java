package penumbra.datasets.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import penumbra.imaging.PolarityRemark;
import penumbra.imaging.RenderedPicture;

/// Of how many of the results that were written there is something to say, and what. Any number of
/// threads may add to it.
final class Remarks {
  private final Map<PolarityRemark, Long> polarity = new ConcurrentHashMap<>();
  private final AtomicLong rounded = new AtomicLong();
  private final Map<String, Long> notes = new ConcurrentHashMap<>();

  /// What was odd about a file.
  void note(List<String> odd) {
    odd.forEach(note -> notes.merge(note, 1L, Long::sum));
  }

  void add(RenderedPicture shown, Optional<String> lost) {
    shown.remark().ifPresent(remark -> polarity.merge(remark, 1L, Long::sum));
    lost.ifPresent(_ -> rounded.incrementAndGet());
  }

  void tell(RunListener listener) {
    if (rounded.get() > 0) {
      listener.rounded(rounded.get());
    }
    new TreeMap<>(polarity).forEach(listener::remarked);
    new TreeMap<>(notes).forEach(listener::noted);
  }
}
