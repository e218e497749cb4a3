package penumbra.dicom.grey;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.Failure;
import penumbra.core.GreyScale;
import penumbra.core.NdArray;
import penumbra.core.PatientPosition;
import penumbra.core.Radiograph;
import penumbra.core.display.GreyPresentation;
import penumbra.core.display.GreyRange;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomException;
import penumbra.dicom.DicomObject;
import penumbra.dicom.Tags;
import penumbra.dicom.pixel.PixelData;
import penumbra.dicom.pixel.StoredFrame;
import penumbra.io.format.GreyValues;
import penumbra.io.format.ReadOptions;
import penumbra.io.pixel.Luma;

/// One frame of an object in DICOM's grey-scale pipeline: stored values, modality values, and
/// display.
///
/// ```
/// DicomImage image = DicomImage.of(DicomReader.read(file, false), ReadOptions.standard());
/// NdArray hounsfield = image.modality();
/// NdArray picture = image.display(DType.UINT8);
/// ```
///
/// **Stored values** are whole numbers with their unused bits masked; Pixel Representation gives
/// their sign. **Padding** is found among them; it is excluded from ranges and shown black.
/// **Modality values** come from the modality's table, else from slope and intercept. Values that
/// stay whole have an integer type, others `FLOAT32`, or `FLOAT64` for more than 16 bits. **Display
/// values** come from a window or a VOI table of the file; by default the first, windows before
/// tables. Without any, they come from the range of values: the range of the bits for up to 8
/// unsigned bits, else the actual range. For MONOCHROME1, or Presentation LUT Shape INVERSE, low
/// values are light; the inversion comes after the window. Colour becomes grey as in
/// [penumbra.io.ImageFiles], and has no window.
///
/// In an enhanced object, each frame uses the attributes of its functional groups.
public final class DicomImage {
  private static final int BYTE = 8;

  private final DicomObject object;
  private final Execution execution;
  private final DataSet attributes;
  private final int frame;
  private final int frames;
  private final StoredFrame decoded;
  private final NdArray stored;
  private final Optional<Padding> padding;
  private final ModalityStep step;
  private final NdArray modality;
  private final VoiOptions choices;
  private final VoiOption choice;
  private final boolean inverted;
  private final Optional<Spacing> spacing;
  private final List<String> odd = new ArrayList<>();

  private DicomImage(DicomObject object, ReadOptions options) throws DicomException {
    this.object = object;
    this.execution = options.execution().withHeapStorage();
    PixelData whole = PixelData.of(object.data(), object.syntax());
    PixelData pixels = options.lenient() ? whole.leniently() : whole;
    this.frames = pixels.frames();
    this.frame = frameOf(options) - 1;
    this.attributes = FrameAttributes.of(object.data(), frame);
    this.decoded = pixels.frame(frame, options.limits());
    this.odd.addAll(decoded.odd());
    this.stored = decoded.colour() ? Luma.of(decoded.values()) : decoded.values();
    boolean grey = !decoded.colour();
    boolean signed = stored.type().min() < 0;
    this.padding = grey ? padding() : Optional.empty();
    boolean wantsStored = options.values() == GreyValues.STORED;
    this.step =
        grey && !wantsStored
            ? new ModalityAttributes(attributes, counted(stored), execution).step(odd::add)
            : new ModalityStep.Unchanged();
    this.modality = step.apply(stored, decoded.bitsStored(), execution);
    this.choices =
        grey && !wantsStored
            ? VoiOptions.of(attributes, voiValues(signed), odd::add)
            : new VoiOptions(List.of());
    this.choice =
        choices.choose(grey ? options.window() : Optional.empty(), this::range, hasFractions());
    this.inverted = grey && isInverted();
    this.spacing = Spacing.of(attributes, odd::add);
    ImageOddities.tell(this, odd::add);
  }

  /// The frame and the window that `options` select. For stored values, neither rescale nor window
  /// is applied.
  ///
  /// @throws DicomException if there is no such frame or window, or the object holds no image or a
  ///   damaged one, or one about which something is odd and that is to be read strictly
  public static DicomImage of(DicomObject object, ReadOptions options) throws DicomException {
    NonImageObject.check(object);
    if (!options.strict()) {
      return new DicomImage(object, options);
    }
    DicomImage image = new DicomImage(object.strictly(), options);
    DicomObject.checkNotOdd(image.odd.stream().filter(ImageOddities::isFault).toList());
    return image;
  }

  private int frameOf(ReadOptions options) throws DicomException {
    if (options.frame().isEmpty() && frames > 1) {
      throw new DicomException(
          Failure.Kind.SEVERAL_FRAMES,
          "must hold one picture, or be read with the number of a frame",
          "holds " + frames,
          "choose one from 1 to " + frames);
    }
    int number = options.frame().orElse(1);
    if (number > frames) {
      throw new DicomException(
          Failure.Kind.NO_SUCH_FRAME,
          "must have the frame " + number + " that is asked for",
          "has " + ImageNumberText.count(frames, "frame"),
          "choose another");
    }
    return number;
  }

  private Optional<Padding> padding() throws DicomException {
    Optional<Padding> found = Padding.of(attributes, stored, execution);
    if (found.filter(p -> p.pixels() == stored.size()).isPresent()) {
      odd.add("Every pixel has the padding value " + found.get().range() + "; it is ignored.");
      return Optional.empty();
    }
    return found;
  }

  private VoiValues voiValues(boolean signed) {
    return new VoiValues(
        mayBeNegative(signed), hasFractions(), () -> GreyRange.of(counted(modality), execution));
  }

  private boolean hasFractions() {
    return !stored.type().isInteger() || step.givesFractions();
  }

  private boolean mayBeNegative(boolean signed) {
    return switch (step) {
      case ModalityStep.Unchanged _ -> signed;
      case ModalityStep.Rescale rescale -> signed || rescale.intercept() < 0 || rescale.slope() < 0;
      case ModalityStep.Table _ -> false;
    };
  }

  private boolean isInverted() {
    return photometric().equals("MONOCHROME1") || lutShape().equals("INVERSE");
  }

  /// The Presentation LUT Shape, `IDENTITY` or `INVERSE`; empty if there is none.
  String lutShape() {
    return attributes.text(Tags.PRESENTATION_LUT_SHAPE).orElse("").toUpperCase(Locale.ROOT);
  }

  /// The whole range for up to 8 unsigned bits; else the range of the actual values without
  /// padding.
  private GreyRange range() {
    if (modality.type() == DType.UINT8 || (decoded.colour() && modality.type() == DType.UINT16)) {
      int bits = decoded.colour() ? modality.type().bytes() * Byte.SIZE : bitsOfModality();
      return new GreyRange(0, (1 << bits) - 1);
    }
    return GreyRange.of(counted(modality), execution);
  }

  private int bitsOfModality() {
    return step instanceof ModalityStep.Table(LookupTable table)
        ? table.bits()
        : decoded.bitsStored();
  }

  /// The values in `array` that are not padding.
  NdArray counted(NdArray array) {
    return padding.filter(p -> p.pixels() > 0).map(p -> p.without(array)).orElse(array);
  }

  /// The object that holds the frame.
  public DicomObject object() {
    return object;
  }

  /// The attributes of the frame, including those of functional groups.
  public DataSet attributes() {
    return attributes;
  }

  /// The number of the frame, from 1.
  public int frame() {
    return frame + 1;
  }

  /// How many frames the object has.
  public int frames() {
    return frames;
  }

  /// The decoded frame, before colour became grey.
  public StoredFrame decoded() {
    return decoded;
  }

  /// The stored values, shape (rows, columns).
  public NdArray stored() {
    return stored;
  }

  /// The modality values, or the stored values if these were requested.
  public NdArray modality() {
    return modality;
  }

  /// The modality values that are not padding.
  public NdArray measured() {
    return counted(modality);
  }

  /// The display values, over the whole range of `type`, `UINT8` or `UINT16`.
  public NdArray display(DType type) {
    return presentation().show(modality, type, execution);
  }

  /// The type that shows every level of the stored bits.
  public DType displayType() {
    return decoded.bitsStored() <= BYTE ? DType.UINT8 : DType.UINT16;
  }

  /// How the modality values are displayed.
  public GreyPresentation presentation() {
    GreyPresentation shown = GreyPresentation.of(choice.voi()).inverted(inverted);
    return padding
        .filter(p -> p.pixels() > 0)
        .map(p -> shown.withBackground(p.mask()))
        .orElse(shown);
  }

  /// What is odd about the frame, each in a sentence.
  public List<String> odd() {
    return List.copyOf(odd);
  }

  /// The window or table that is applied.
  public VoiOption window() {
    return choice;
  }

  /// The windows and tables of the file, from number 1 on.
  public List<VoiOption> windows() {
    return choices.all();
  }

  /// Whether low values are light.
  public boolean inverted() {
    return inverted;
  }

  /// The photometric interpretation, such as `MONOCHROME2`, as it was taken.
  public String photometric() {
    return decoded.photometric().term();
  }

  /// The threads that it was read on; further work on it runs on them too.
  Execution execution() {
    return execution;
  }

  Optional<Padding> paddingFound() {
    return padding;
  }

  ModalityStep modalityStep() {
    return step;
  }

  Optional<Spacing> spacing() {
    return spacing;
  }

  /// The frame's colours in 8 bits, shape (rows, columns, 3), for display; only if it has any.
  Radiograph inColour(String source) {
    double[] samples = decoded.values().toDoubles();
    double most = (1L << decoded.bitsStored()) - 1;
    for (int i = 0; i < samples.length; i++) {
      samples[i] = Math.clamp(Math.rint(samples[i] * DType.UINT8.max() / most), 0, 255);
    }
    List<String> steps = new ArrayList<>(decoded.steps());
    steps.add("Kept the colours, in 8 bits, for display.");
    NdArray colours = NdArray.of(DType.UINT8, samples, decoded.values().shape());
    return new Radiograph(colours, source, steps);
  }

  /// The frame as a radiograph with the requested values.
  ///
  /// @param source the file, as the user wrote it
  public Radiograph radiograph(String source, GreyValues values) {
    List<String> steps = new ArrayList<>(decoded.steps());
    if (decoded.colour()) {
      steps.add(Luma.describe(decoded.values()));
    } else if (values != GreyValues.STORED) {
      steps.add(step.describe());
    }
    List<Double> axes = spacing.map(Spacing::axes).orElse(List.of());
    Optional<PatientPosition> place =
        axes.isEmpty()
            ? Optional.empty()
            : Plane.of(attributes).map(plane -> plane.placement(axes));
    if (values == GreyValues.DISPLAY) {
      steps.add(presentation().describe());
      DType type = displayType();
      Optional<GreyScale> whole = Optional.of(GreyScale.ofBits(type.bytes() * Byte.SIZE));
      return new Radiograph(display(type), source, steps, axes, Optional.empty(), place, whole);
    }
    return new Radiograph(
        modality, source, steps, axes, Optional.of(presentation()), place, scale());
  }

  /// From which value to which the modality's values can go, by Bits Stored and the rescale; empty
  /// for fractions that are stored as such.
  public Optional<GreyScale> scale() {
    if (!stored.type().isInteger()) {
      return Optional.empty();
    }
    int bits = decoded.bitsStored();
    GreyScale unsigned = GreyScale.ofBits(bits);
    boolean signed = stored.type().min() < 0;
    double shift = signed ? -Math.scalb(1.0, bits - 1) : 0;
    return Optional.of(step.scale(unsigned.mapped(1, shift)));
  }
}
