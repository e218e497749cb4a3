package penumbra.dicom.pixel;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import penumbra.core.DType;
import penumbra.core.NdArray;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomException;
import penumbra.dicom.DicomObject;
import penumbra.dicom.Element;
import penumbra.dicom.Tags;
import penumbra.dicom.TransferSyntax;
import penumbra.dicom.Value.Bytes;
import penumbra.dicom.Value.Fragments;
import penumbra.dicom.Vr;
import penumbra.dicom.codec.Codecs;
import penumbra.dicom.codec.FrameCodec;
import penumbra.dicom.codec.frame.Samples;
import penumbra.dicom.codec.jpeg.JpegColour;
import penumbra.dicom.codec.jpeg.JpegDecoder;
import penumbra.io.format.Limits;

/// The frames of a data set's pixel data, native or compressed.
///
/// ```
/// StoredFrame first = PixelData.of(object).frame(0, Limits.standard());
/// NdArray stored = first.values();
/// ```
///
/// Grey values are the stored ones; `MONOCHROME1` is not inverted. Colour is always returned as
/// red, green and blue, also from palettes, planes, or luma and chroma. Native grey without bits to
/// clear is a slice of the data set's own bytes, so nothing of a mapped file is copied.
public final class PixelData {
  private final DataSet data;
  private final TransferSyntax syntax;
  private final Element element;
  private final PixelForm form;
  private final boolean lenient;

  private PixelData(
      DataSet data, TransferSyntax syntax, Element element, PixelForm form, boolean lenient) {
    this.data = data;
    this.syntax = syntax;
    this.element = element;
    this.form = form;
    this.lenient = lenient;
  }

  /// The pixel data of an object.
  ///
  /// @throws DicomException where there is none, or what describes it is missing or wrong
  public static PixelData of(DicomObject object) throws DicomException {
    return of(object.data(), object.syntax());
  }

  /// The pixel data of `data`, written in `syntax`.
  ///
  /// @throws DicomException where there is none, or what describes it is missing or wrong
  public static PixelData of(DataSet data, TransferSyntax syntax) throws DicomException {
    PixelForm form = PixelForm.of(data);
    Element element = data.element(form.content().tag()).orElseThrow();
    return new PixelData(data, syntax, element, form, false);
  }

  /// The same, but bytes may be missing at the end: missing native pixels are 0, and compressed
  /// frames before the damage are read.
  public PixelData leniently() {
    return new PixelData(data, syntax, element, form, true);
  }

  /// How many frames there are.
  public int frames() {
    return form.frames();
  }

  /// What samples mean before [#frame] turns them into colour.
  public Photometric photometric() {
    return form.photometric();
  }

  /// One frame.
  ///
  /// @param from0 its number, from 0
  /// @param limits how large it may be, which is checked before anything is allocated
  /// @throws DicomException where it is too large, damaged, cut off or in a form that is not read
  public StoredFrame frame(int from0, Limits limits) throws DicomException {
    Objects.checkIndex(from0, form.frames());
    check(limits);
    List<String> steps = new ArrayList<>();
    return switch (element.value()) {
      case Bytes(MemorySegment bytes) -> nativeFrame(bytes, from0, steps);
      case Fragments fragments -> codedFrame(fragments, from0, steps);
      default ->
          throw new DicomException(
              "must have bytes in " + element.tag(), "has items", "have its maker correct it");
    };
  }

  private void check(Limits limits) throws DicomException {
    long pixels = (long) form.rows() * form.columns();
    if (pixels > limits.maxPixels()) {
      throw new DicomException(
          "must have at most " + limits.maxPixels() + " pixels",
          "has " + form.rows() + " x " + form.columns() + " = " + pixels,
          "if the file is to be trusted, raise the limit with the environment variable "
              + Limits.VARIABLE);
    }
  }

  private StoredFrame nativeFrame(MemorySegment bytes, int index, List<String> steps)
      throws DicomException {
    Photometric photometric = form.photometric();
    if (photometric == Photometric.YBR_PARTIAL_420
        || (photometric.halvesChroma() && form.columns() % 2 == 1)) {
      throw new DicomException(
          "must have chroma for each pixel or each pair of columns where it is not coded",
          "has " + form.columns() + " columns of " + photometric.term(),
          "convert it with another tool first");
    }
    MemorySegment frame = new NativeFrames(bytes, form, lenient).frame(index, steps);
    if (form.content() != PixelForm.Content.INTEGER) {
      DType type = form.content() == PixelForm.Content.FLOAT ? DType.FLOAT32 : DType.FLOAT64;
      NdArray values = NdArray.of(type, frame, form.rows(), form.columns());
      return new StoredFrame(values, form.bitsAllocated(), false, steps);
    }
    if (syntax.isBigEndian() && form.bitsAllocated() == 32 && element.vr() == Vr.OW) {
      frame = swapWords(frame);
    }
    var colours = new Colours(bytesPerSample(), form.rows(), form.columns());
    if (photometric.halvesChroma()) {
      frame = colours.fromHalvedChroma(frame);
      steps.add("Gave each second column the chroma of the column before.");
    } else if (photometric.samples() == 3 && form.planar()) {
      frame = colours.fromPlanes(frame);
      steps.add("Joined the planes of the three colours.");
    }
    boolean ybr = photometric.isFullYbr() || photometric.isPartialYbr();
    return finish(frame, bytesPerSample(), form.highBit(), ybr, steps);
  }

  private int bytesPerSample() {
    return Math.max(1, form.bitsAllocated() / 8);
  }

  /// A reader that knows a value's words has put those right; the two of a sample stand in the
  /// file's order still.
  private static MemorySegment swapWords(MemorySegment frame) {
    MemorySegment target = NdArray.allocate(DType.UINT8, frame.byteSize());
    int[] word = new int[1];
    for (long at = 0; at < frame.byteSize() / 4; at++) {
      SampleRuns.load(frame, 4, at, word, 1);
      word[0] = Integer.rotateLeft(word[0], 16);
      SampleRuns.store(word, target, 4, at, 1);
    }
    return target;
  }

  private StoredFrame codedFrame(Fragments fragments, int index, List<String> steps)
      throws DicomException {
    if (form.content() != PixelForm.Content.INTEGER || form.bitsAllocated() == 1) {
      throw new DicomException(
          "must have whole numbers of 8, 16 or 32 bits where it is coded",
          "has " + form.bitsAllocated() + " bits in " + element.tag(),
          "convert it with another tool first");
    }
    FrameFragments found = fragmentsOfFrames(fragments);
    found.step().ifPresent(steps::add);
    byte[] coded = found.join(fragments, index);
    Samples samples = Codecs.of(syntax, coded).decode(coded, form.frameForm());
    steps.add(new DecodedAs(FrameCodec.of(coded), samples, form, syntax).describe());
    int high = samples.bits() > form.highBit() ? form.highBit() : form.bitsStored() - 1;
    high = Math.min(high, 8 * samples.bytesPerSample() - 1);
    return finish(samples.data(), samples.bytesPerSample(), high, isYbr(coded, steps), steps);
  }

  private FrameFragments fragmentsOfFrames(Fragments fragments) throws DicomException {
    Optional<MemorySegment> table = data.bytes(Tags.EXTENDED_OFFSET_TABLE);
    return lenient
        ? FrameFragments.findSome(fragments, table, syntax, form.frames())
        : FrameFragments.find(fragments, table, syntax, form.frames());
  }

  /// Whether decoded samples are still luma and chroma. As in dcmtk and gdcm, the data set decides;
  /// if the frame's own markers disagree, a step says so.
  private boolean isYbr(byte[] coded, List<String> steps) throws DicomException {
    Photometric photometric = form.photometric();
    boolean ybr = photometric.isFullYbr() || photometric.isPartialYbr();
    if (photometric.samples() == 3 && FrameCodec.of(coded).isJpeg()) {
      JpegColour said = JpegDecoder.colour(coded);
      if (said == (ybr ? JpegColour.RGB : JpegColour.YCBCR)) {
        steps.add(
            "Took the samples to be "
                + photometric.term()
                + ", as the data set has it, though the JPEG markers say "
                + said
                + ".");
      }
    }
    return ybr;
  }

  private StoredFrame finish(
      MemorySegment frame, int bytes, int high, boolean ybr, List<String> steps)
      throws DicomException {
    Photometric photometric = form.photometric();
    boolean three = photometric.samples() == 3;
    boolean signed = form.signed() && !three;
    int stored = Math.min(form.bitsStored(), high + 1);
    if (form.bitsAllocated() == 1) {
      NdArray values = NdArray.of(DType.UINT8, frame, form.rows(), form.columns());
      return colour(values, 1, steps);
    }
    var bits = new StoredBits(bytes, stored, high, signed);
    MemorySegment samples = bits.apply(frame, steps);
    if (!three) {
      NdArray values = NdArray.of(bits.type(), samples, form.rows(), form.columns());
      return colour(values, stored, steps);
    }
    if (ybr) {
      var turn = new Ybr(stored, !photometric.isPartialYbr());
      samples = new Colours(bytes, form.rows(), form.columns()).toRgb(samples, turn);
      steps.add("Turned luma and chroma into red, green and blue by BT.601.");
    }
    NdArray values = NdArray.of(bits.type(), samples, form.rows(), form.columns(), 3);
    return new StoredFrame(values, stored, true, steps);
  }

  /// Grey as it is, and a palette's numbers as its colours.
  private StoredFrame colour(NdArray values, int stored, List<String> steps) throws DicomException {
    if (form.photometric() != Photometric.PALETTE_COLOR) {
      return new StoredFrame(values, stored, false, steps);
    }
    PaletteTables palette = PaletteTables.of(data, form.signed());
    MemorySegment colours = palette.apply(values.segment(), values.type());
    steps.add("Looked up the colours of a palette of " + palette.entries() + " entries.");
    DType type = palette.bits() == 8 ? DType.UINT8 : DType.UINT16;
    return new StoredFrame(
        NdArray.of(type, colours, form.rows(), form.columns(), 3), palette.bits(), true, steps);
  }
}
