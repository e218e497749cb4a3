package penumbra.datasets.run;

/// A difference from the manifest.
///
/// @param file the file
/// @param line the problem, in a line that names the file
public record Mismatch(String file, String line) {}
