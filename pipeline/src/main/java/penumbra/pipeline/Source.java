package penumbra.pipeline;

import java.nio.file.Path;

/// A file to work on.
///
/// @param file where it is
/// @param name what its result is called in an output folder: the file's name, with the folders
///   between it and the folder that was named, if one was
public record Source(Path file, Path name) {}
