package penumbra.dicom.pixel;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomException;
import penumbra.dicom.DicomObject;
import penumbra.dicom.Element;
import penumbra.dicom.TransferSyntax;
import penumbra.dicom.Value.Bytes;
import penumbra.dicom.Value.Fragments;
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
///
/// Elements that are missing or contradict each other are read if only one reading makes sense;
/// [StoredFrame#odd] then says which.
public final class PixelData {
  private final FrameSource source;
  private final FrameSource lenientSource;
  private final PixelForm form;
  private final int frames;
  private final List<String> odd;

  private PixelData(
      FrameSource source, FrameSource lenientSource, PixelForm form, int frames, List<String> odd) {
    this.source = source;
    this.lenientSource = lenientSource;
    this.form = form;
    this.frames = frames;
    this.odd = odd;
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
    List<String> odd = new ArrayList<>();
    Element element = data.element(PixelFormReader.content(data).tag()).orElseThrow();
    Optional<Fragments> coded = CodedElement.of(element, data, syntax, odd::add);
    if (coded.isPresent()) {
      PixelForm form = new PixelFormReader(data, OptionalLong.empty(), odd::add).read();
      return coded(new CodedFrames(data, syntax, coded.get(), form, false), odd);
    }
    if (!(element.value() instanceof Bytes bytes)) {
      throw new DicomException(
          "must have bytes in " + element.tag(), "has items", "ask its maker to correct it");
    }
    long bits = bytes.bytes().byteSize() * Byte.SIZE;
    if (bits == 0) {
      throw new DicomException(
          "must have pixel data",
          "has an empty element " + element.tag(),
          "have it sent again, with its pixels");
    }
    PixelForm form = new PixelFormReader(data, OptionalLong.of(bits), odd::add).read();
    int frames = told(form, bits / form.nativeBits(), odd);
    var source =
        new NativePixels(data, syntax, element, bytes.bytes(), form.withFrames(frames), false);
    var lenient =
        new NativePixels(data, syntax, element, bytes.bytes(), form, !syntax.isEncapsulated());
    return new PixelData(source, lenient, form, frames, List.copyOf(odd));
  }

  private static PixelData coded(CodedFrames told, List<String> odd) {
    CodedFrames frames = told.counted();
    int there = told(frames.form(), frames.framesThere(), odd);
    return new PixelData(
        frames.withFrames(there), frames.leniently(), frames.form(), there, List.copyOf(odd));
  }

  /// The number of frames that can be read: those told, or fewer if there are fewer whole ones.
  private static int told(PixelForm form, long whole, List<String> odd) {
    if (whole < 1 || whole >= form.frames()) {
      return form.frames();
    }
    odd.add(
        "Number of Frames (0028,0008) is %d, but there %s."
            .formatted(
                form.frames(), whole == 1 ? "is 1 whole one" : "are " + whole + " whole ones"));
    return (int) whole;
  }

  /// The same, but bytes may be missing at the end: missing native pixels are 0, and compressed
  /// frames before the damage are read.
  public PixelData leniently() {
    return new PixelData(lenientSource, lenientSource, form, form.frames(), odd);
  }

  /// How many frames there are.
  public int frames() {
    return frames;
  }

  /// What samples mean before [#frame] turns them into colour; a coded frame may say otherwise.
  public Photometric photometric() {
    return form.photometric();
  }

  /// One frame.
  ///
  /// @param from0 its number, from 0
  /// @param limits how large it may be, which is checked before anything is allocated
  /// @throws DicomException where it is too large, damaged, cut off or in a form that is not read
  public StoredFrame frame(int from0, Limits limits) throws DicomException {
    Objects.checkIndex(from0, frames);
    check(form, limits);
    List<String> steps = new ArrayList<>();
    List<String> all = new ArrayList<>(odd);
    return source.frame(from0, limits, steps, all);
  }

  /// Throws if a frame of that form has more pixels than allowed.
  static void check(PixelForm form, Limits limits) throws DicomException {
    long pixels = (long) form.rows() * form.columns();
    if (pixels > limits.maxPixels()) {
      throw new DicomException(
          "must have at most " + limits.maxPixels() + " pixels",
          "has " + form.rows() + " x " + form.columns() + " = " + pixels,
          "if the file is to be trusted, raise the limit with the environment variable "
              + Limits.VARIABLE);
    }
  }
}
