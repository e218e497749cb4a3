package penumbra.datasets.run.output;

/// A file that a run has written.
///
/// @param name the name of the recipe's output
/// @param file its path below the output folder, with `/` between folders
/// @param bytes its size
/// @param sha256 the hash of its bytes, in hexadecimal digits
public record OutputRecord(String name, String file, long bytes, String sha256) {}
