package penumbra.datasets.run;

/// Something that is not as a manifest says.
///
/// @param file which file
/// @param line what is wrong with it, in a line that names it
public record Mismatch(String file, String line) {}
