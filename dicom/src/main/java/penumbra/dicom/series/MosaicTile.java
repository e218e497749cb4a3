package penumbra.dicom.series;

/// A part of a picture that is a slice by itself.
///
/// @param number which one, from 1, row by row
/// @param row the picture's row where it begins, from 0
/// @param column the picture's column where it begins, from 0
public record MosaicTile(int number, int row, int column) {}
