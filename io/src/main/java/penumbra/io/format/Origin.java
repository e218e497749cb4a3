package penumbra.io.format;

import penumbra.core.Radiograph;

/// What an image that is written was made of, and how. DICOM derives its objects from it.
///
/// ```
/// ImageSource file = ImageSource.of(Path.of("chest.dcm"));
/// Radiograph chest = ImageFiles.read(file, ReadOptions.standard());
/// Radiograph smooth = chest.withResult(Gaussian.of(2).apply(chest.pixels()));
/// var origin = new Origin(file, chest, derivation);
/// ImageFiles.write(smooth, Path.of("smooth.dcm"), WriteOptions.standard().withOrigin(origin));
/// ```
///
/// @param source what was read; of a series its first file
/// @param image what was read of it
/// @param derivation how the result was made
public record Origin(ImageSource source, Radiograph image, Derivation derivation) {}
