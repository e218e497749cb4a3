package penumbra.datasets.run;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import penumbra.imaging.PolarityRemark;
import penumbra.imaging.RenderedPicture;

/// Counts the written results to which each remark applies. Any number of threads may add to it.
final class Remarks {
  private final Map<PolarityRemark, Long> polarity = new ConcurrentHashMap<>();
  private final AtomicLong rounded = new AtomicLong();

  void add(RenderedPicture shown, Optional<String> lost) {
    shown.remark().ifPresent(remark -> polarity.merge(remark, 1L, Long::sum));
    lost.ifPresent(_ -> rounded.incrementAndGet());
  }

  void tell(RunListener listener) {
    if (rounded.get() > 0) {
      listener.rounded(rounded.get());
    }
    new TreeMap<>(polarity).forEach(listener::remarked);
  }
}
