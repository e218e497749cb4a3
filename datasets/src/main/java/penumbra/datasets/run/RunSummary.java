package penumbra.datasets.run;

/// How a run ended.
///
/// @param done how many images it has done
/// @param kept how many were done before, and found unchanged
/// @param failed how many failed
public record RunSummary(int done, int kept, int failed) {}
