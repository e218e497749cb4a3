package penumbra.io.dataset;

import java.nio.file.Path;

/// An image file of a data set.
///
/// @param file where it is
/// @param split the part of the set it belongs to
/// @param label what it shows
public record DatasetImage(Path file, Split split, Label label) {}
