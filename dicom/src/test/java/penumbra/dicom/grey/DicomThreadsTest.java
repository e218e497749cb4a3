package penumbra.dicom.grey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.NdArray;
import penumbra.dicom.DicomException;
import penumbra.dicom.DicomObject;
import penumbra.dicom.Element;
import penumbra.dicom.Tags;
import penumbra.io.format.GreyValues;
import penumbra.io.format.ReadOptions;

/// The way from stored values to grey ones runs on the threads that it was given, and on no others.
class DicomThreadsTest {
  private static final int SIDE = 512; // enough to be shared out

  /// A file with padding and a rescale; by the range of its values it is shown.
  private static DicomObject object() {
    int[] values = new int[SIDE * SIDE];
    Arrays.setAll(values, i -> i % 4096);
    return Rows.of(
        16,
        false,
        values,
        Element.ofUnsignedShorts(Tags.ROWS, SIDE),
        Element.ofUnsignedShorts(Tags.COLUMNS, SIDE),
        Rows.ds(Tags.RESCALE_SLOPE, "0.5"),
        Rows.ds(Tags.RESCALE_INTERCEPT, "-1000"),
        Element.ofUnsignedShorts(Tags.PIXEL_PADDING_VALUE, 0));
  }

  private static NdArray shown(Execution execution) throws DicomException {
    ReadOptions options =
        ReadOptions.standard().withValues(GreyValues.DISPLAY).withExecution(execution);
    DicomImage image = DicomImage.of(object(), options);
    image.odd();
    DicomExplanation.of(image);
    return image.display(DType.UINT8);
  }

  @Test
  void oneThreadIsTheCallersAlone() throws DicomException {
    Set<Thread> helpers = ConcurrentHashMap.newKeySet();
    Execution one =
        new Execution(
            1,
            task -> {
              throw new AssertionError("asked for another thread");
            });
    long before = doneByTheCommonPool();
    NdArray alone = shown(one);
    assertThat(doneByTheCommonPool()).isEqualTo(before);
    NdArray shared = shown(new Execution(3, task -> helped(helpers, task)));
    assertThat(helpers).hasSizeGreaterThan(1);
    assertThat(shared.sameBits(alone)).isTrue();
    assertThat(doneByTheCommonPool()).isEqualTo(before);
  }

  private static void helped(Set<Thread> helpers, Runnable task) {
    Thread helper = new Thread(task);
    helpers.add(helper);
    helper.start();
  }

  private static long doneByTheCommonPool() {
    ForkJoinPool pool = ForkJoinPool.commonPool();
    assertThat(pool.awaitQuiescence(1, TimeUnit.MINUTES)).isTrue();
    return pool.getStealCount() + pool.getQueuedSubmissionCount();
  }
}
