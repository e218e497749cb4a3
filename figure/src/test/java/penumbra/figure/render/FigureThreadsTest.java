package penumbra.figure.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import penumbra.core.Execution;
import penumbra.core.NdArray;
import penumbra.figure.Figure;
import penumbra.figure.ImagePanel;
import penumbra.figure.colour.Colormap;

/// Figures are drawn on the threads that they were given, and on no others.
class FigureThreadsTest {
  private static final int SIDE = 600; // enough to be shared out

  private static Figure figure() {
    float[] ramp = new float[SIDE * SIDE];
    for (int i = 0; i < ramp.length; i++) {
      ramp[i] = i % 977;
    }
    NdArray image = NdArray.ofFloat32(ramp, SIDE, SIDE);
    return Figure.row(
        ImagePanel.of("Ramp", image, Colormap.named("turbo")).withColourBar(true),
        ImagePanel.of("Ramp", image));
  }

  private static byte[] drawn(Execution execution) {
    FigureSvg.render(figure(), execution);
    return FigurePng.render(figure(), execution);
  }

  @Test
  void oneThreadIsTheCallersAlone() {
    Execution one =
        new Execution(
            1,
            task -> {
              throw new AssertionError("asked for another thread");
            });
    long before = doneByTheCommonPool();
    byte[] alone = drawn(one);
    assertThat(doneByTheCommonPool()).isEqualTo(before);
    Set<Thread> helpers = ConcurrentHashMap.newKeySet();
    byte[] shared =
        drawn(
            new Execution(
                3,
                task -> {
                  Thread helper = new Thread(task);
                  helpers.add(helper);
                  helper.start();
                }));
    assertThat(helpers).hasSizeGreaterThan(1);
    assertThat(shared).isEqualTo(alone);
    assertThat(doneByTheCommonPool()).isEqualTo(before);
  }

  private static long doneByTheCommonPool() {
    ForkJoinPool pool = ForkJoinPool.commonPool();
    assertThat(pool.awaitQuiescence(1, TimeUnit.MINUTES)).isTrue();
    return pool.getStealCount() + pool.getQueuedSubmissionCount();
  }
}
