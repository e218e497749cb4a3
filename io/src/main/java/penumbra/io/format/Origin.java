package penumbra.io.format;

import penumbra.core.Radiograph;

/// What a result was made from, and how. DICOM output is derived from it.
///
/// ```
/// ImageSource file = ImageSource.of(Path.of("chest.dcm"));
/// Radiograph chest = ImageFiles.read(file, ReadOptions.standard());
/// Radiograph smooth = chest.withResult(Gaussian.of(2).apply(chest.pixels()));
/// var origin = new Origin(file, chest, derivation);
/// ImageFiles.write(smooth, Path.of("smooth.dcm"), WriteOptions.standard().withOrigin(origin));
/// ```
///
/// @param source what was read; for a series its first file
/// @param image the image that was read from it
/// @param derivation how the result was made
public record Origin(ImageSource source, Radiograph image, Derivation derivation) {}
