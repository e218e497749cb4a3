package penumbra.dicom.codec.frame;

import java.lang.foreign.MemorySegment;

/// The decoded samples of one frame, row by row; the samples of a pixel are adjacent.
///
/// @param height the rows
/// @param width the columns
/// @param bands the samples per pixel
/// @param bits the significant bits of each sample, from the compressed frame
/// @param signed whether the coded frame has two's complement samples, which are then sign-extended
///   to all bits of a sample's bytes
/// @param bytesPerSample 1, 2 or 4
/// @param data little-endian, `height * width * bands * bytesPerSample` bytes
public record Samples(
    int height,
    int width,
    int bands,
    int bits,
    boolean signed,
    int bytesPerSample,
    MemorySegment data) {}
