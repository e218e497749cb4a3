package penumbra.datasets.run;

/// The summary of a run.
///
/// @param done the number of images processed
/// @param kept the number of images that were done before and are unchanged
/// @param failed the number of images that failed
public record RunSummary(int done, int kept, int failed) {}
