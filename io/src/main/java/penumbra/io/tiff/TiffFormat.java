package penumbra.io.tiff;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import penumbra.core.Failure;
import penumbra.core.NdArray;
import penumbra.core.Presentation;
import penumbra.core.Radiograph;
import penumbra.core.display.GreyPresentation;
import penumbra.core.display.GreyRange;
import penumbra.io.format.GreyValues;
import penumbra.io.format.ImageFormat;
import penumbra.io.format.ImageSource;
import penumbra.io.format.OutputVariant;
import penumbra.io.format.ReadOptions;
import penumbra.io.format.UnreadableFileException;
import penumbra.io.format.WriteOptions;
import penumbra.io.pixel.FrameChoice;
import penumbra.io.pixel.Orientation;

/// TIFF and BigTIFF, written by [Tiff]. Reads grey, RGB and palette; unsigned, signed and floating
/// point; strips and tiles, interleaved or planar; uncompressed, LZW, Deflate, PackBits, and JPEG
/// in 8 bits; one page or, as a volume, several of one size and type; ImageJ's stacks with one
/// directory, [ImageJStack]. Smaller preview copies are skipped.
///
/// Grey values keep the file's type and value. Grey of 1, 2 and 4 bits is stretched to 0..255. If
/// the file stores white as 0, unsigned values are inverted, unless stored values are requested.
/// Resolution and ICC profiles are not applied.
public final class TiffFormat implements ImageFormat {
  /// Used by the registry of formats.
  public TiffFormat() {}

  @Override
  public String label() {
    return "TIFF";
  }

  @Override
  public List<String> extensions() {
    return List.of("tif", "tiff");
  }

  @Override
  public boolean recognises(byte[] head) {
    return TiffDirectories.recognises(head);
  }

  @Override
  public Radiograph read(ImageSource source, ReadOptions options) throws IOException {
    Path file = source.path();
    MemorySegment bytes = TiffFile.bytes(source);
    List<String> steps = new ArrayList<>();
    List<TiffDirectory> pages = pictures(TiffDirectories.read(file, bytes), steps);
    TiffPlane.Stack stack = TiffPlane.of(pages, bytes, options, steps);
    List<TiffPlane> planes = stack.planes();
    if (options.frame().isPresent()) {
      int frame = FrameChoice.index(file, options.frame(), planes.size());
      steps.add("Took page " + (frame + 1) + " of " + planes.size() + ".");
      planes = List.of(planes.get(frame));
    }
    ReadOptions each = options.withColours(options.colours() && planes.size() == 1);
    NdArray first = page(planes.getFirst(), bytes, each, steps);
    NdArray pixels = first;
    if (planes.size() > 1) {
      pixels = shaped(volume(planes, first, bytes, each, steps), stack, steps);
    }
    TiffDirectory directory = planes.getFirst().directory();
    return new Radiograph(
        pixels, file.toString(), steps, List.of(), presentation(directory, pixels, options));
  }

  /// A volume with an axis for each of those that the planes make.
  private static NdArray shaped(NdArray volume, TiffPlane.Stack stack, List<String> steps) {
    if (stack.axes().isEmpty()) {
      return volume;
    }
    steps.add(
        "They follow one another behind the only directory, as ImageJ says: "
            + stack.label()
            + ".");
    int[] picture = {volume.length(1), volume.length(2)};
    return volume.reshape(
        IntStream.concat(stack.axes().stream().mapToInt(Integer::intValue), IntStream.of(picture))
            .toArray());
  }

  /// The presentation of stored values with white as 0. In all other cases high values are light,
  /// and no presentation is needed.
  private static Optional<Presentation> presentation(
      TiffDirectory directory, NdArray pixels, ReadOptions options) throws IOException {
    TiffPage page = TiffPage.of(directory, options.limits());
    boolean lowIsLight = page.photometric() == TiffPage.Meaning.LIGHT_IS_ZERO;
    boolean endless = page.format() == 2 || page.format() == 3;
    boolean meant = options.values() != GreyValues.STORED;
    if (!lowIsLight || page.packing().isEmpty() || (meant && !endless)) {
      return Optional.empty();
    }
    double white = Math.pow(2, page.bits()) - 1;
    GreyRange range = endless ? GreyRange.of(pixels, options.execution()) : new GreyRange(0, white);
    return Optional.of(GreyPresentation.of(range).inverted(true));
  }

  @Override
  public List<OutputVariant> written() {
    return List.of(
        new OutputVariant(List.of("tif", "tiff"), OutputVariant.Depth.ALL_VALUES, false));
  }

  @Override
  public Optional<String> write(
      Radiograph image, OutputVariant form, WriteOptions options, OutputStream out)
      throws IOException {
    Tiff.write(image.pixels(), out);
    return Optional.empty();
  }

  private static List<TiffDirectory> pictures(List<TiffDirectory> all, List<String> steps)
      throws UnreadableFileException {
    List<TiffDirectory> pictures = new ArrayList<>();
    for (TiffDirectory page : all) {
      if (!TiffPage.isReduced(page)) {
        pictures.add(page);
      }
    }
    if (pictures.isEmpty() || pictures.size() == all.size()) {
      return all;
    }
    steps.add("Passed over " + (all.size() - pictures.size()) + " pages that are smaller copies.");
    return pictures;
  }

  private static NdArray page(
      TiffPlane plane, MemorySegment bytes, ReadOptions options, List<String> steps)
      throws IOException {
    TiffPage page = TiffPage.of(plane.directory(), options.limits());
    Optional<TiffPacking> packing = page.packing();
    steps.add(
        String.format(
            Locale.ROOT,
            "Decoded TIFF, %d x %d pixels (height x width), %s, %s.",
            page.height(),
            page.width(),
            page.describe(),
            packing.map(TiffPacking::label).orElse("JPEG")));
    Orientation.tell("TIFF", plane.directory().number(Orientation.TAG, 1), steps);
    boolean stored = options.values() == GreyValues.STORED;
    if (packing.isEmpty()) {
      return new TiffJpeg(page, bytes).read(options.lenient(), steps);
    }
    if (page.photometric() == TiffPage.Meaning.YCBCR) {
      return new TiffLuminance(page, packing.get(), bytes).read(options, steps);
    }
    NdArray samples =
        new TiffSamples(page, packing.get(), bytes, plane.behind()).read(options.lenient(), steps);
    return new TiffGrey(page, stored, options.colours(), steps).of(samples);
  }

  /// All pages, one after the other. The decoding steps are those of the first page.
  private static NdArray volume(
      List<TiffPlane> pages,
      NdArray first,
      MemorySegment bytes,
      ReadOptions options,
      List<String> steps)
      throws IOException {
    Path file = pages.getFirst().directory().file();
    int height = first.length(0);
    int width = first.length(1);
    options.limits().checkVolume(file, pages.size(), height, width);
    MemorySegment target = NdArray.allocate(first.type(), first.size() * pages.size());
    long each = first.segment().byteSize();
    for (int i = 0; i < pages.size(); i++) {
      NdArray page = i == 0 ? first : page(pages.get(i), bytes, options, new ArrayList<>());
      if (!page.toString().equals(first.toString())) {
        throw UnreadableFileException.of(
            Failure.Kind.SEVERAL_FRAMES,
            file,
            "must have pages of one size and type to be read as a volume",
            "page 1 is " + first + " and page " + (i + 1) + " " + page,
            "choose one of its " + pages.size() + " pages");
      }
      MemorySegment.copy(page.segment(), 0, target, i * each, each);
    }
    steps.add("Put " + pages.size() + " pages of this kind together as a volume.");
    return NdArray.of(first.type(), target, pages.size(), height, width);
  }
}
