package penumbra.dicom.series;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import penumbra.core.DType;
import penumbra.core.Failure;
import penumbra.core.GreyScale;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;
import penumbra.core.PatientPosition;
import penumbra.core.Presentation;
import penumbra.core.Radiograph;
import penumbra.core.display.GreyPresentation;
import penumbra.dicom.DicomException;
import penumbra.dicom.DicomObject;
import penumbra.dicom.file.DicomReader;
import penumbra.dicom.grey.DicomFormat;
import penumbra.dicom.grey.DicomImage;
import penumbra.io.format.GreyValues;
import penumbra.io.format.ReadOptions;
import penumbra.io.format.UnreadableFileException;

/// Reads the slices of a series, one after the other, into one array.
///
/// It has the slices' type. If the types differ, for example because each slice has its own scale,
/// it has the smallest type that holds all values.
final class VolumeReader {
  private final Series series;
  private final ReadOptions options;

  VolumeReader(Series series, ReadOptions options) {
    if (options.frame().isPresent()) {
      throw InvalidInputException.of(
          Failure.Kind.NO_VOLUME,
          "frame",
          "must be left out for a volume",
          options.frame().getAsInt(),
          "read the frame by itself");
    }
    if (options.values() == GreyValues.DISPLAY) {
      throw InvalidInputException.of(
          Failure.Kind.NO_VOLUME,
          "the values of a volume",
          "must be modality or stored ones",
          options.values(),
          "ask for modality values: each slice may have a window of its own");
    }
    this.series = series;
    this.options = options;
  }

  Radiograph read() throws IOException {
    OrderedSlices stack = series.stack(options.lenient());
    List<Slice> slices = stack.slices();
    SliceGrid grid = slices.getFirst().grid();
    checkSize(slices.size(), grid);
    long size = (long) grid.rows() * grid.columns();
    @Nullable DType type = null;
    MemorySegment values = MemorySegment.NULL;
    Optional<Presentation> shown = Optional.empty();
    Optional<GreyScale> scale = Optional.empty();
    List<String> steps = new ArrayList<>();
    var files = new OpenFile();
    for (int i = 0; i < slices.size(); i++) {
      DicomImage image = files.image(slices.get(i));
      NdArray slice = TileCut.of(image.modality(), slices.get(i));
      DType wider = type == null ? slice.type() : common(type, slice.type());
      if (wider != type) {
        values = widened(type, values, i * size, wider, slices.size() * size);
        type = wider;
      }
      Optional<GreyScale> own = image.scale();
      scale = i == 0 ? own : both(scale, own);
      NdArray stored = slice.as(wider);
      MemorySegment.copy(
          stored.segment(), 0, values, i * size * wider.bytes(), stored.segment().byteSize());
      if (i == slices.size() / 2) {
        shown = Optional.of(presentation(image));
        steps.addAll(image.radiograph("", options.values()).decodingSteps());
      }
    }
    NdArray volume =
        NdArray.of(
            java.util.Objects.requireNonNull(type),
            values,
            slices.size(),
            grid.rows(),
            grid.columns());
    steps.add(
        "Read " + series.describe() + ", as a volume; the steps above are its middle slice's.");
    steps.addAll(stack.notes());
    return new Radiograph(
        volume, series.folder().toString(), steps, stack.spacing(), shown, placement(stack), scale);
  }

  private static Optional<GreyScale> both(Optional<GreyScale> one, Optional<GreyScale> other) {
    return one.flatMap(known -> other.map(known::and));
  }

  /// Before anything is allocated.
  private void checkSize(int count, SliceGrid grid) throws UnreadableFileException {
    double pixels = (double) count * grid.rows() * grid.columns();
    if (pixels > options.limits().maxPixels()) {
      throw UnreadableFileException.of(
          series.folder(),
          "must have at most " + options.limits().maxPixels() + " pixels in all",
          "has " + count + " slices of " + grid.rows() + " x " + grid.columns(),
          "if the files are to be trusted, raise the limit with the environment variable "
              + penumbra.io.format.Limits.VARIABLE);
    }
  }

  /// The middle slice's window, for all of them; what is padding differs from slice to slice.
  private static Presentation presentation(DicomImage image) {
    return GreyPresentation.of(image.window().voi()).inverted(image.inverted());
  }

  private static Optional<PatientPosition> placement(OrderedSlices stack) {
    Slice first = stack.slices().getFirst();
    List<Double> inPlane = first.grid().spacing();
    return inPlane.isEmpty()
        ? Optional.empty()
        : first.plane().flatMap(plane -> stack.step().map(step -> plane.placement(inPlane, step)));
  }

  /// The smallest type that holds the values of both.
  static DType common(DType one, DType other) {
    if (one == other) {
      return one;
    }
    if (one.isInteger() && other.isInteger()) {
      double min = Math.min(one.min(), other.min());
      double max = Math.max(one.max(), other.max());
      for (DType type : List.of(DType.UINT8, DType.INT8, DType.INT16, DType.UINT16, DType.INT32)) {
        if (type.min() <= min && type.max() >= max) {
          return type;
        }
      }
      return DType.FLOAT64;
    }
    boolean wide = isWide(one) || isWide(other);
    return wide ? DType.FLOAT64 : DType.FLOAT32;
  }

  private static boolean isWide(DType type) {
    return type == DType.FLOAT64 || (type.isInteger() && type.bytes() > Short.BYTES);
  }

  private static MemorySegment widened(
      @Nullable DType from, MemorySegment values, long done, DType to, long size) {
    MemorySegment wide = NdArray.allocate(to, size);
    if (from != null) {
      var before = NdArray.of(from, values.asSlice(0, done * from.bytes()), Math.toIntExact(done));
      MemorySegment.copy(before.as(to).segment(), 0, wide, 0, done * to.bytes());
    }
    return wide;
  }

  /// Keeps the file of the last slice, since frames follow one another, and its picture, since the
  /// tiles of a mosaic do.
  private final class OpenFile {
    private @Nullable Path path;
    private @Nullable DicomObject object;
    private @Nullable DicomImage picture;
    private int frame;

    DicomImage image(Slice slice) throws IOException {
      try {
        if (object == null || !slice.file().equals(path)) {
          object = DicomReader.read(slice.file(), options.lenient(), options.limits());
          path = slice.file();
          picture = null;
        }
        if (picture == null || slice.frame() != frame) {
          ReadOptions one = slice.grid().frames() > 1 ? options.withFrame(slice.frame()) : options;
          picture = DicomImage.of(object, one);
          frame = slice.frame();
        }
        TileCut.check(picture.modality(), slice);
        return picture;
      } catch (DicomException wrong) {
        throw DicomFormat.unreadable(slice.file(), wrong);
      }
    }
  }
}
