package penumbra.phantom;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.Locale;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;
import penumbra.dicom.DataSet;
import penumbra.dicom.DataSetBuilder;
import penumbra.dicom.DicomObject;
import penumbra.dicom.Element;
import penumbra.dicom.Tags;
import penumbra.dicom.TransferSyntax;
import penumbra.dicom.UniqueIdentifier;
import penumbra.dicom.Vr;
import penumbra.dicom.file.DicomWriter;

/// Phantoms as DICOM objects: computed radiographs, like those from imaging plates.
///
/// ```
/// DicomObject object = new PhantomDicom(12, true, "0.1.0").of(phantom, phantom.render(execution));
/// ```
///
/// **Stored values** are the logarithm of the detector's signal, over four decades, without any
/// processing: for `MONOCHROME2` `-log10(signal) / 4` of the whole range, so that bones have large
/// values; for `MONOCHROME1` the maximum minus that, so that much radiation has large values, which
/// are displayed dark. Bones are light in both. The window spans the values within the body.
///
/// Patients, dates and identifiers are derived from the phantom's seed; the same phantom gives the
/// same bytes.
///
/// @param bits how many bits are stored, 8 to 16
/// @param monochrome1 whether large values are dark
/// @param version of Penumbra
public record PhantomDicom(int bits, boolean monochrome1, String version) implements PictureForm {
  private static final String COMPUTED_RADIOGRAPHY = "1.2.840.10008.5.1.4.1.1.1";
  private static final double DECADES = 4;

  /// From the tube to the middle of the body and to the detector behind it, in millimetres.
  private static final double TO_BODY = 1800;

  private static final double TO_DETECTOR = 2000;

  /// What took less than this share of the radiation, `exp(-0.9)`, is air.
  private static final double BODY = 0.9;

  private static final double LOW = 0.02;
  private static final double HIGH = 0.985;

  public PhantomDicom {
    InvalidInputException.require(
        bits >= 8 && bits <= 16, "bits", "must be from 8 to 16", bits, "12 and 16 are usual");
  }

  @Override
  public void write(ChestPhantom phantom, PhantomImage image, Path target) throws IOException {
    DicomWriter.write(of(phantom, image), target);
  }

  @Override
  public String describe() {
    return "The pictures are DICOM, the logarithm of the detector's signal over four decades in "
        + bits
        + " bits, "
        + photometric()
        + ".";
  }

  /// The radiograph of `phantom`, which is `image`.
  public DicomObject of(ChestPhantom phantom, PhantomImage image) {
    short[] stored = stored(image.signal());
    DataSet data =
        new DataSetBuilder()
            .add(patient(phantom).elements())
            .add(acquisition(phantom, image).elements())
            .add(pixels(phantom, stored).elements())
            .build();
    return DicomObject.of(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, data);
  }

  private String photometric() {
    return monochrome1 ? "MONOCHROME1" : "MONOCHROME2";
  }

  private DataSet patient(ChestPhantom phantom) {
    String patient = String.format(Locale.ROOT, "PHANTOM-%04d", phantom.seed());
    String study = UniqueIdentifier.derived("phantom study", version, phantom.toString());
    String series = UniqueIdentifier.derived("phantom series", study, toString());
    return new DataSetBuilder()
        .text(Tags.SOP_CLASS_UID, COMPUTED_RADIOGRAPHY)
        .text(Tags.SOP_INSTANCE_UID, UniqueIdentifier.derived("phantom instance", series))
        .text(Tags.STUDY_INSTANCE_UID, study)
        .text(Tags.SERIES_INSTANCE_UID, series)
        .text(Tags.PATIENT_NAME, "Phantom^" + phantom.seed())
        .text(Tags.PATIENT_ID, patient)
        .empty(Tags.PATIENT_BIRTH_DATE)
        .empty(Tags.PATIENT_SEX)
        .text(Tags.STUDY_DATE, "20000101")
        .text(Tags.STUDY_TIME, "120000")
        .text(Tags.STUDY_ID, Long.toString(phantom.seed()))
        .text(Tags.STUDY_DESCRIPTION, "Simulated chest radiograph")
        .empty(Tags.ACCESSION_NUMBER)
        .empty(Tags.REFERRING_PHYSICIAN_NAME)
        .text(Tags.SERIES_NUMBER, "1")
        .text(Tags.INSTANCE_NUMBER, "1")
        .build();
  }

  private DataSet acquisition(ChestPhantom phantom, PhantomImage image) {
    String view = image.antePosterior() ? "AP" : "PA";
    double magnification = TO_DETECTOR / TO_BODY;
    return new DataSetBuilder()
        .text(Tags.IMAGE_TYPE, "ORIGINAL\\PRIMARY")
        .text(Tags.MODALITY, "CR")
        .text(Tags.ACQUISITION_DATE, "20000101")
        .text(Tags.ACQUISITION_TIME, "120000")
        .text(Tags.CONTENT_DATE, "20000101")
        .text(Tags.CONTENT_TIME, "120000")
        .text(Tags.MANUFACTURER, "Penumbra")
        .text(Tags.MANUFACTURER_MODEL_NAME, "Chest phantom")
        .text(Tags.SOFTWARE_VERSIONS, version)
        .text(Tags.SERIES_DESCRIPTION, view + ", " + bits + " bits")
        .text(Tags.BODY_PART_EXAMINED, "CHEST")
        .text(Tags.VIEW_POSITION, view)
        .text(Tags.PATIENT_ORIENTATION, "L\\F")
        .text(Tags.IMAGER_PIXEL_SPACING, spacing(image.spacing() * magnification))
        .text(Tags.PIXEL_SPACING, spacing(image.spacing()))
        .text(Tags.PIXEL_SPACING_CALIBRATION_TYPE, "GEOMETRY")
        .text(Tags.PIXEL_SPACING_CALIBRATION_DESCRIPTION, "in the middle of the body")
        .text(
            Tags.IMAGE_COMMENTS,
            "Simulated: no patient was X-rayed. "
                + (phantom.pneumonia() ? "With opacities" : "Without opacities")
                + " in the lungs.")
        .build();
  }

  private static String spacing(double millimetres) {
    String text = String.format(Locale.ROOT, "%.6f", millimetres);
    return text + "\\" + text;
  }

  private DataSet pixels(ChestPhantom phantom, short[] stored) {
    int[] counts = new int[1 << bits];
    for (short value : stored) {
      counts[value & 0xFFFF]++;
    }
    int from = quantile(counts, LOW);
    int to = Math.max(quantile(counts, HIGH), from + 1);
    int low = monochrome1 ? largest() - to : from;
    byte[] bytes = new byte[2 * stored.length];
    for (int i = 0; i < stored.length; i++) {
      int value = stored[i] & 0xFFFF;
      int shown = monochrome1 ? largest() - value : value;
      bytes[2 * i] = (byte) shown;
      bytes[2 * i + 1] = (byte) (shown >>> 8);
    }
    return new DataSetBuilder()
        .shorts(Tags.SAMPLES_PER_PIXEL, 1)
        .text(Tags.PHOTOMETRIC_INTERPRETATION, photometric())
        .shorts(Tags.ROWS, phantom.height())
        .shorts(Tags.COLUMNS, phantom.width())
        .shorts(Tags.BITS_ALLOCATED, Short.SIZE)
        .shorts(Tags.BITS_STORED, bits)
        .shorts(Tags.HIGH_BIT, bits - 1)
        .shorts(Tags.PIXEL_REPRESENTATION, 0)
        .text(Tags.QUALITY_CONTROL_IMAGE, "YES")
        .text(Tags.BURNED_IN_ANNOTATION, "NO")
        .text(Tags.LOSSY_IMAGE_COMPRESSION, "00")
        .text(Tags.WINDOW_CENTER, Integer.toString((2 * low + to - from + 1) / 2))
        .text(Tags.WINDOW_WIDTH, Integer.toString(to - from + 1))
        .add(Element.ofBytes(Tags.PIXEL_DATA, Vr.OW, bytes))
        .build();
  }

  private int largest() {
    return (1 << bits) - 1;
  }

  /// What took more radiation away has larger values.
  private short[] stored(NdArray signal) {
    float[] shares = signal.segment().toArray(ValueLayout.JAVA_FLOAT_UNALIGNED);
    short[] stored = new short[shares.length];
    for (int i = 0; i < shares.length; i++) {
      double depth = -StrictMath.log10(shares[i]) / DECADES;
      stored[i] = (short) (int) (Math.clamp(depth, 0, 1) * largest() + 0.5);
    }
    return stored;
  }

  /// The value below which `share` of the body's pixels lie.
  private int quantile(int[] counts, double share) {
    int first = (int) (BODY / StrictMath.log(10) / DECADES * largest());
    long body = 0;
    for (int value = first; value < counts.length; value++) {
      body += counts[value];
    }
    long below = 0;
    for (int value = first; value < counts.length; value++) {
      below += counts[value];
      if (below >= share * body) {
        return value;
      }
    }
    return largest();
  }
}
