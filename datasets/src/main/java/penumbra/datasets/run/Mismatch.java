package penumbra.datasets.run;

/// A difference from the manifest.
///
/// @param file which file
/// @param line what is wrong with it, in a line that names it
public record Mismatch(String file, String line) {}
