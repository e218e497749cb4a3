package penumbra.imaging.job;

import penumbra.io.format.PngCompression;

/// One of the results of a job.
///
/// @param steps the steps after the job's common steps
/// @param form how the result is stored in a file
/// @param compression the compression of a PNG
public record JobOutput(ImageSteps steps, ResultForm form, PngCompression compression) {
  /// An output whose PNG is written fast.
  public JobOutput(ImageSteps steps, ResultForm form) {
    this(steps, form, PngCompression.FAST);
  }
}
