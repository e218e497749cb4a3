package penumbra.dicom.derive;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;
import penumbra.dicom.DataSet;
import penumbra.dicom.DataSetBuilder;
import penumbra.dicom.DicomException;
import penumbra.dicom.DicomObject;
import penumbra.dicom.Tags;
import penumbra.dicom.TransferSyntax;
import penumbra.dicom.UniqueIdentifier;
import penumbra.io.format.Derivation;
import penumbra.io.format.ValueScale;

/// The result of an operation as a DICOM object.
///
/// ```
/// DicomObject smooth = DerivedObject.of(source, result, derivation);
/// DicomWriter.write(smooth, Path.of("smooth.dcm"));
/// ```
///
/// **From a DICOM source** the result has the same patient and study and a new series. All results
/// of one recipe from one series share that series. The result is `DERIVED\SECONDARY`, says in
/// words and codes how it was made, refers to its source, and stores the recipe in private elements
/// of the creator `PENUMBRA` (0021,xx01), its version in (0021,xx02). It has its source's kind if
/// the standard allows it (CR, DX, MG, IO, CT, MR and secondary captures of one frame). Else, or if
/// that kind cannot store its values or needs a spacing that is no longer known, it is a secondary
/// capture; for volumes a multi-frame one. [StoredPixels] says how values are stored,
/// [PixelElements] how they are displayed. If values had to be rounded, the object's notes say by
/// how much.
///
/// **From any other source** it is a secondary capture with only what is known: the patient is
/// empty, and the study is new.
///
/// **Unique identifiers** are derived by [UniqueIdentifier#derived] from those of the source, the
/// recipe, the version and the stored pixels: the same input, recipe and version give the same
/// bytes. For the same reason it has no creation time; dates and times are the source's.
public final class DerivedObject {
  private static final long CHUNK = 1 << 20;
  private static final int MOST_ROWS = 65535;

  private final NdArray result;
  private final Derivation derivation;
  private final ResultClass kind;
  private final StoredPixels pixels;
  private final String digest;

  private DerivedObject(Optional<DataSet> source, NdArray result, Derivation derivation) {
    InvalidInputException.require(
        result.rank() == 2 || result.rank() == 3,
        "a result for DICOM",
        "must be an image or a volume, of 2 or 3 axes",
        result,
        "write .npy");
    InvalidInputException.require(
        result.length(result.rank() - 2) <= MOST_ROWS
            && result.length(result.rank() - 1) <= MOST_ROWS,
        "a result for DICOM",
        "must have at most 65535 rows and columns",
        result,
        "write .npy, or parts of it");
    this.result = result;
    this.derivation = derivation;
    boolean plainFits = derivation.scale() != ValueScale.OWN && StoredPixels.roundable(result);
    this.kind = kind(source, result, plainFits);
    this.pixels = pixels(source, plainFits);
    this.digest = digest(pixels.values());
  }

  /// The result from a DICOM object.
  public static DicomObject of(DicomObject source, NdArray result, Derivation derivation) {
    return new DerivedObject(Optional.of(source.data()), result, derivation)
        .derived(source.data(), source.syntax());
  }

  /// The result from something else.
  public static DicomObject of(NonDicomSource source, NdArray result, Derivation derivation) {
    return new DerivedObject(Optional.empty(), result, derivation).captured(source);
  }

  private static ResultClass kind(Optional<DataSet> source, NdArray result, boolean plainFits) {
    if (result.rank() == 3) {
      return result.type().bytes() == 1 && result.type().min() == 0
          ? ResultClass.MULTI_FRAME_BYTES
          : ResultClass.MULTI_FRAME_WORDS;
    }
    ResultClass own =
        source
            .flatMap(data -> data.text(Tags.SOP_CLASS_UID))
            .flatMap(ResultClass::of)
            .filter(kind -> !kind.isMultiFrame())
            .filter(kind ->
                !kind.needsSpacing() || source.filter(d -> isOnGridOf(d, result)).isPresent())
            .orElse(ResultClass.SECONDARY_CAPTURE);
    return own.plainOnly() && !plainFits && !isPlain(own, result)
        ? ResultClass.SECONDARY_CAPTURE
        : own;
  }

  private static boolean isPlain(ResultClass kind, NdArray result) {
    return StoredPixels.of(result, kind.leastBits(), kind.signs()).isPlain();
  }

  private StoredPixels pixels(Optional<DataSet> source, boolean plainFits) {
    if (!kind.plainOnly() && derivation.scale() == ValueScale.MODALITY) {
      Optional<StoredPixels> asBefore =
          source
              .flatMap(SourceRescale::of)
              .flatMap(line -> line.stored(result, kind.leastBits(), kind.signs()));
      if (asBefore.isPresent()) {
        return asBefore.get();
      }
    }
    return kind.plainOnly() && plainFits && !isPlain(kind, result)
        ? StoredPixels.rounded(result, kind.leastBits())
        : StoredPixels.of(result, kind.leastBits(), kind.signs());
  }

  private DicomObject derived(DataSet data, TransferSyntax syntax) {
    String sourceUid = data.text(Tags.SOP_INSTANCE_UID).orElse(digest);
    String study =
        data.text(Tags.STUDY_INSTANCE_UID)
            .orElseGet(() -> UniqueIdentifier.derived("study", sourceUid));
    String series = data.text(Tags.SERIES_INSTANCE_UID).orElse(study);
    var builder = new DataSetBuilder();
    if (kind.isCapture()) {
      builder.add(CaptureElements.of(kind, result, derivation, data).elements());
    }
    if (kind.hasLutShape()) {
      builder.text(
          Tags.PRESENTATION_INTENT_TYPE,
          kind.isForProcessing() ? "FOR PROCESSING" : "FOR PRESENTATION");
    }
    if (kind == ResultClass.COMPUTED_RADIOGRAPHY) {
      builder.add(LateralityElements.of(data, data.has(Tags.IMAGE_ORIENTATION_PATIENT)).elements());
    }
    builder
        .add(SourceElements.kept(data, kind, isOnGridOf(data, result)))
        .add(new Provenance(derivation).elements(data).elements())
        .add(identity(sourceUid, study, series).elements());
    if (derivation.frame().isPresent() && frames(data) > 1) {
      // The frames of one source become images of one series, which are told apart by their
      // numbers.
      builder.text(Tags.INSTANCE_NUMBER, Integer.toString(derivation.frame().getAsInt()));
    }
    if (LossyCompression.had(data, syntax)) {
      builder.text(Tags.LOSSY_IMAGE_COMPRESSION, "01");
    }
    return finished(builder, Optional.of(data));
  }

  private DicomObject captured(NonDicomSource known) {
    String study = UniqueIdentifier.derived("study", digest);
    DataSetBuilder builder =
        new DataSetBuilder()
            .add(CaptureElements.of(kind, result, derivation, DataSet.empty()).elements())
            .add(new Provenance(derivation).elements(DataSet.empty()).elements())
            .add(identity(digest, study, study).elements());
    int axes = known.spacing().size();
    if (axes >= 2) {
      String row = DecimalText.of(known.spacing().get(axes - 2));
      String column = DecimalText.of(known.spacing().get(axes - 1));
      builder.text(Tags.PIXEL_SPACING, row + "\\" + column);
    }
    if (known.lossy()) {
      builder.text(Tags.LOSSY_IMAGE_COMPRESSION, "01");
    }
    return finished(builder, Optional.empty());
  }

  private DicomObject finished(DataSetBuilder builder, Optional<DataSet> source) {
    builder.add(new PixelElements(pixels, kind, source, derivation).build().elements());
    return new DicomObject(
        DataSet.empty(),
        TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
        builder.build(),
        pixels.roundingNote().stream().toList());
  }

  private DataSet identity(String sourceUid, String study, String series) {
    String recipe = derivation.recipe();
    String version = derivation.version();
    String frame = derivation.frame().isPresent() ? "" + derivation.frame().getAsInt() : "";
    return new DataSetBuilder()
        .text(Tags.SOP_CLASS_UID, kind.uid())
        .text(
            Tags.SOP_INSTANCE_UID,
            UniqueIdentifier.derived("instance", sourceUid, frame, recipe, version, digest))
        .text(Tags.STUDY_INSTANCE_UID, study)
        .text(Tags.SERIES_INSTANCE_UID, UniqueIdentifier.derived("series", series, recipe, version))
        .build();
  }

  private static int frames(DataSet data) {
    try {
      return data.integer(Tags.NUMBER_OF_FRAMES).orElse(1);
    } catch (DicomException noNumber) {
      return 1; // whoever read its pixels has taken it so too
    }
  }

  /// Whether pixels have the same positions as the source's.
  private static boolean isOnGridOf(DataSet data, NdArray result) {
    int rank = result.rank();
    try {
      return data.integer(Tags.ROWS).orElse(0) == result.length(rank - 2)
          && data.integer(Tags.COLUMNS).orElse(0) == result.length(rank - 1);
    } catch (DicomException noNumbers) {
      return false; // whoever has no size has no spacing either
    }
  }

  private static String digest(NdArray stored) {
    MessageDigest digest = UniqueIdentifier.sha256();
    digest.update(stored.toString().getBytes(StandardCharsets.UTF_8));
    MemorySegment segment = stored.segment();
    // Copied, since the storage may be an array of short, which has no view as bytes.
    byte[] chunk = new byte[(int) Math.min(CHUNK, segment.byteSize())];
    for (long at = 0; at < segment.byteSize(); at += chunk.length) {
      int n = (int) Math.min(chunk.length, segment.byteSize() - at);
      MemorySegment.copy(segment, ValueLayout.JAVA_BYTE, at, chunk, 0, n);
      digest.update(chunk, 0, n);
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
