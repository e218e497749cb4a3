package penumbra.imaging.job;

import penumbra.io.format.PngCompression;

/// One of the results of a job.
///
/// @param steps what is done, after what is done for all results
/// @param form how it becomes what a file holds
/// @param compression how small a PNG is made
public record JobOutput(ImageSteps steps, ResultForm form, PngCompression compression) {
  /// A PNG is made fast.
  public JobOutput(ImageSteps steps, ResultForm form) {
    this(steps, form, PngCompression.FAST);
  }
}
