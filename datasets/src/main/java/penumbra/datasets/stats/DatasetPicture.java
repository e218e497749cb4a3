package penumbra.datasets.stats;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.NdArray;
import penumbra.core.Radiograph;
import penumbra.core.measure.Extremes;
import penumbra.dicom.grey.DicomFormat;
import penumbra.dicom.grey.DicomImage;
import penumbra.io.ImageFiles;
import penumbra.io.format.ReadOptions;

/// The picture in a file of a data set; if it has several frames, the first.
///
/// ```
/// DatasetPicture picture = DatasetPicture.read(file, Execution.ofThreads(1));
/// NdArray levels = picture.levels(Execution.ofThreads(1));
/// ```
///
/// @param image the grey values, shape (height, width)
/// @param measured the grey values without DICOM padding
/// @param dicom further facts from a DICOM file
public record DatasetPicture(Radiograph image, NdArray measured, Optional<DicomImage> dicom) {
  /// Reads the picture.
  public static DatasetPicture read(Path file, Execution execution) throws IOException {
    ReadOptions options = ReadOptions.standard().withExecution(execution);
    if (DicomFormat.isDicom(file)) {
      DicomImage dicom = DicomFormat.image(file, options.withFrame(1));
      Radiograph image = dicom.radiograph(file.toString(), options.values());
      return new DatasetPicture(image, dicom.measured(), Optional.of(dicom));
    }
    Radiograph any = ImageFiles.readAny(file, options);
    Radiograph image =
        any.pixels().rank() == 3 && any.pixels().length(0) > 0
            ? firstOf(any)
            : ImageFiles.read(file, options);
    return new DatasetPicture(image, image.pixels(), Optional.empty());
  }

  private static Radiograph firstOf(Radiograph volume) {
    List<Double> spacing = volume.spacing();
    return new Radiograph(
        volume.pixels().part(0),
        volume.source(),
        volume.decodingSteps(),
        spacing.isEmpty() ? spacing : spacing.subList(1, spacing.size()),
        volume.presentation(),
        Optional.empty(),
        volume.scale());
  }

  /// The picture in 8 bits, black 0 and white 255, so that pictures of all depths can be compared:
  /// as the file wants to be seen, where it says so; 8 bits as they are; 16 bits over the range
  /// that the file states, else their whole range; other values from their smallest to their
  /// largest.
  public NdArray levels(Execution execution) {
    NdArray pixels = image.pixels();
    if (image.presentation().isPresent()) {
      return image.presentation().get().show(pixels, DType.UINT8, execution);
    }
    if (pixels.type() == DType.UINT8) {
      return pixels;
    }
    Extremes extremes =
        image
            .scale()
            .map(scale -> new Extremes(scale.lower(), scale.upper()))
            .orElseGet(() ->
                pixels.type() == DType.UINT16
                    ? new Extremes(0, pixels.type().max())
                    : Extremes.of(pixels, execution));
    double range = extremes.max() - extremes.min();
    double scale = range > 0 && Double.isFinite(range) ? 255 / range : 0;
    byte[] levels = new byte[Math.toIntExact(pixels.size())];
    double[] row = new double[pixels.length(1)];
    for (int y = 0; y < pixels.length(0); y++) {
      pixels.load((long) y * row.length, row, 0, row.length);
      for (int x = 0; x < row.length; x++) {
        // NaN becomes 0.
        levels[y * row.length + x] = (byte) Math.rint((row[x] - extremes.min()) * scale);
      }
    }
    return NdArray.ofUint8(levels, pixels.length(0), pixels.length(1));
  }
}
