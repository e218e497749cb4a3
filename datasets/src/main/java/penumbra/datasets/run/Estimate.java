package penumbra.datasets.run;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import penumbra.core.Execution;
import penumbra.datasets.run.journal.InputFacts;
import penumbra.datasets.run.journal.RunVersion;
import penumbra.datasets.run.output.HashOnlySink;
import penumbra.imaging.recipe.Recipe;

/// An estimate of a run, from a sample of its images that is processed without keeping results.
///
/// @param images the number of images
/// @param inputBytes the size of all their files
/// @param sampled the number of images in the sample
/// @param megapixels the approximate total
/// @param outputBytes the approximate size of all results
/// @param memoryBytes the approximate memory for the images in progress, in addition to Java itself
/// @param seconds the approximate duration
public record Estimate(
    int images,
    long inputBytes,
    int sampled,
    double megapixels,
    double outputBytes,
    double memoryBytes,
    double seconds) {
  private static final int SAMPLE = 12;
  private static final int WARM_UP = 4;
  private static final double PIXELS_PER_MEGAPIXEL = 1e6;
  private static final double NANOSECONDS = 1e-9;

  /// In addition to the pixels, a filter holds its result and a scratch array of its size, both
  /// with four bytes per element.
  private static final int BYTES_PER_PIXEL = 16;

  /// Processes images at regular intervals of the plan.
  public static Estimate of(Plan plan, Recipe recipe, Execution execution) throws IOException {
    List<PlannedImage> images = plan.images();
    long inputBytes = 0;
    for (PlannedImage image : images) {
      inputBytes += Files.isRegularFile(image.file()) ? Files.size(image.file()) : 0;
    }
    var nowhere = new HashOnlySink();
    var work = new ImageWork(recipe, RunVersion.of(recipe), nowhere);
    var alone = new Execution(1, execution.pool());
    int sample = Math.min(SAMPLE, images.size());
    // Java's first images take many times as long as the later ones.
    for (int i = 0; i < WARM_UP && !images.isEmpty(); i++) {
      work.on(images.get(i % images.size()), alone);
    }
    long before = nowhere.bytes();
    long pixels = 0;
    long largest = 0;
    long start = System.nanoTime();
    for (int i = 0; i < sample; i++) {
      int at = (int) ((long) i * images.size() / sample);
      long found = work.on(images.get(at), alone).facts().map(InputFacts::pixels).orElse(0L);
      pixels += found;
      largest = Math.max(largest, found);
    }
    double nanoseconds = System.nanoTime() - start;
    double times = sample == 0 ? 0 : (double) images.size() / sample;
    return new Estimate(
        images.size(),
        inputBytes,
        sample,
        times * pixels / PIXELS_PER_MEGAPIXEL,
        times * (nowhere.bytes() - before),
        (double) largest * BYTES_PER_PIXEL * execution.threads(),
        times
            * nanoseconds
            * NANOSECONDS
            / Math.min(execution.threads(), Math.max(1, images.size())));
  }
}
