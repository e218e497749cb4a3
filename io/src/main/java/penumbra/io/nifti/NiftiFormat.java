package penumbra.io.nifti;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import penumbra.core.DType;
import penumbra.core.NdArray;
import penumbra.core.PatientPosition;
import penumbra.core.Radiograph;
import penumbra.io.format.FileSignatures;
import penumbra.io.format.GreyValues;
import penumbra.io.format.ImageFormat;
import penumbra.io.format.ImageSource;
import penumbra.io.format.Inputs;
import penumbra.io.format.OutputVariant;
import penumbra.io.format.ReadOptions;
import penumbra.io.format.ReadingNotes;
import penumbra.io.format.UnreadableFileException;
import penumbra.io.format.WriteOptions;
import penumbra.io.pixel.ByteSwap;
import penumbra.io.pixel.FrameChoice;

/// NIfTI-1 and NIfTI-2, `.nii` and `.nii.gz`; NIfTI-1 is written by [Nifti]. Both byte orders are
/// read. The file's axes (x, y, z) become the array's (z, y, x), so that nothing is moved. Values
/// that the header scales become slope x value + intercept in `FLOAT64`, as nibabel's `get_fdata`
/// gives them, unless stored ones are asked for. Orientation is not applied, but kept as the
/// placement.
public final class NiftiFormat implements ImageFormat {
  private static final int BLOCK = 1 << 16;
  private static final OutputVariant PLAIN =
      new OutputVariant(List.of("nii"), OutputVariant.Depth.ALL_VALUES, false);
  private static final OutputVariant PACKED =
      new OutputVariant(List.of("nii.gz"), OutputVariant.Depth.ALL_VALUES, false);

  /// For the registry of formats.
  public NiftiFormat() {}

  @Override
  public String label() {
    return "NIfTI";
  }

  @Override
  public List<String> extensions() {
    return List.of("nii", "nii.gz");
  }

  @Override
  public boolean recognises(byte[] head) {
    return NiftiFields.recognises(isGzip(head) ? expand(head) : head);
  }

  private static boolean isGzip(byte[] head) {
    return FileSignatures.starts(head, 0, "\u001f\u008b");
  }

  /// What the first bytes of a gzip file expand to, as far as a header is long.
  private static byte[] expand(byte[] head) {
    byte[] bytes = new byte[NiftiFields.SECOND_BYTES];
    int n = 0;
    try (var in = new GZIPInputStream(new ByteArrayInputStream(head))) {
      for (int more = in.read(bytes); more > 0; more = in.read(bytes, n, bytes.length - n)) {
        n += more;
      }
    } catch (IOException endsOrIsBroken) {
      // What could be expanded says enough.
    }
    return bytes;
  }

  @Override
  public Radiograph read(ImageSource source, ReadOptions options) throws IOException {
    Path file = source.path();
    boolean packed = isGzip(source.head());
    try (InputStream plain = source.open();
        InputStream in =
            packed ? new GZIPInputStream(plain, BLOCK) : new BufferedInputStream(plain, BLOCK)) {
      byte[] head = in.readNBytes(NiftiFields.FIRST_BYTES);
      if (NiftiFields.isSecond(head)) {
        head = Arrays.copyOf(head, NiftiFields.SECOND_BYTES);
        int more = NiftiFields.SECOND_BYTES - NiftiFields.FIRST_BYTES;
        int there = in.readNBytes(head, NiftiFields.FIRST_BYTES, more);
        head = Arrays.copyOf(head, NiftiFields.FIRST_BYTES + there);
      }
      NiftiHeader header = NiftiHeader.parse(file, head);
      checkSize(source, header, packed, options);
      in.skipNBytes(header.offset() - header.bytes());
      return read(file, header, in, options);
    } catch (EOFException | ZipException broken) {
      throw UnreadableFileException.of(
          file,
          "must be whole",
          broken instanceof EOFException
              ? "ends before its last value"
              : "cannot be expanded (" + broken.getMessage() + ")",
          Inputs.COPY_AGAIN,
          broken);
    }
  }

  @Override
  public List<OutputVariant> written() {
    return List.of(PLAIN, PACKED);
  }

  @Override
  public Optional<String> write(
      Radiograph image, OutputVariant form, WriteOptions options, OutputStream out)
      throws IOException {
    Nifti.write(image, form.equals(PACKED), out);
    return Optional.empty();
  }

  /// Before anything is allocated.
  private static void checkSize(
      ImageSource source, NiftiHeader header, boolean packed, ReadOptions options)
      throws IOException {
    Path file = source.path();
    double values =
        header.shape().stream().mapToDouble(Integer::doubleValue).reduce(1, (a, b) -> a * b);
    double bytes = header.offset() + values * header.type().bytes();
    if (!packed && options.lenient()) {
      long width = header.shape().getLast();
      options.limits().checkVolume(file, (long) Math.min(values / width, 1e15), 1, width);
    }
    if (!packed && !options.lenient() && source.size() < bytes) {
      throw UnreadableFileException.of(
          file,
          "must be whole",
          "has " + source.size() + " of " + (long) bytes + " bytes",
          Inputs.COPY_AGAIN);
    }
    if (packed) {
      long width = header.shape().getLast();
      options.limits().checkVolume(file, (long) Math.min(values / width, 1e15), 1, width);
      if (bytes > 1032.0 * source.size() + NiftiHeader.FIRST_VALUE) {
        throw UnreadableFileException.of(
            file, "must be whole", "is too short to hold its values", Inputs.COPY_AGAIN);
      }
    }
  }

  private static Radiograph read(Path file, NiftiHeader header, InputStream in, ReadOptions options)
      throws IOException {
    int[] shape = header.shape().stream().mapToInt(Integer::intValue).toArray();
    long size = header.shape().stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
    MemorySegment values = NdArray.allocate(header.type(), size);
    byte[] block = new byte[BLOCK];
    long missing = 0;
    for (long at = 0; at < values.byteSize(); at += BLOCK) {
      int n = (int) Math.min(BLOCK, values.byteSize() - at);
      int there = readNBytes(in, block, n, options.lenient());
      if (there < n && !options.lenient()) {
        throw new EOFException();
      }
      if (there < n) {
        missing =
            (values.byteSize() - at - there + header.type().bytes() - 1) / header.type().bytes();
        // A value that is there in part is as good as missing.
        Arrays.fill(block, there / header.type().bytes() * header.type().bytes(), n, (byte) 0);
      }
      if (header.order() == ByteOrder.BIG_ENDIAN) {
        ByteSwap.swap(block, n, header.type().bytes());
      }
      MemorySegment.copy(block, 0, values, ValueLayout.JAVA_BYTE, at, n);
      if (missing > 0) {
        break;
      }
    }
    List<String> steps = new ArrayList<>();
    NdArray array = NdArray.of(header.type(), values, shape);
    steps.add("Read NIfTI-" + header.version() + ", " + array + " from (x, y, z) as (z, y, x).");
    if (missing > 0) {
      steps.add(
          ReadingNotes.of(
              "The file ends early; filled with 0 its last %d of %d values."
                  .formatted(missing, size)));
    } else {
      // At the end of a gzip stream stands its check sum, which is only compared when one reads on.
      in.readNBytes(1);
    }
    NdArray scaled = scale(header, array, options, steps);
    NdArray pixels = FrameChoice.of(file, scaled, options.frame(), steps);
    List<Double> spacing = header.spacing();
    if (spacing.size() > pixels.rank()) {
      spacing = spacing.subList(spacing.size() - pixels.rank(), spacing.size());
    }
    boolean one = pixels.rank() < scaled.rank();
    int frame = one && scaled.rank() == 3 ? options.frame().orElse(1) - 1 : 0;
    Optional<PatientPosition> placement =
        header.placement().map(place -> place.from(frame)).filter(_ -> pixels.rank() >= 2);
    return new Radiograph(pixels, file.toString(), steps, spacing, Optional.empty(), placement);
  }

  /// Fills `block` as far as the stream goes; the end of a truncated gzip stream is an end too,
  /// where that is allowed.
  private static int readNBytes(InputStream in, byte[] block, int n, boolean lenient)
      throws IOException {
    int filled = 0;
    try {
      while (filled < n) {
        int more = in.read(block, filled, n - filled);
        if (more < 0) {
          return filled;
        }
        filled += more;
      }
      return filled;
    } catch (EOFException cutOff) {
      if (!lenient) {
        throw cutOff;
      }
      return filled;
    }
  }

  private static NdArray scale(
      NiftiHeader header, NdArray array, ReadOptions options, List<String> steps) {
    if (!header.isScaled()) {
      return array;
    }
    String rule = header.slope() + " x value + " + header.intercept();
    if (options.values() == GreyValues.STORED) {
      steps.add("Kept the stored values, which the header would scale to " + rule + ".");
      return array;
    }
    MemorySegment target = NdArray.allocate(DType.FLOAT64, array.size());
    double[] line = new double[BLOCK];
    for (long at = 0; at < array.size(); at += BLOCK) {
      int n = (int) Math.min(BLOCK, array.size() - at);
      array.load(at, line, 0, n);
      for (int i = 0; i < n; i++) {
        line[i] = line[i] * header.slope() + header.intercept();
      }
      DType.FLOAT64.store(line, 0, target, at, n);
    }
    steps.add("Scaled the stored values to " + rule + ", as float64.");
    return NdArray.of(DType.FLOAT64, target, array.shape());
  }
}
