package penumbra.cli;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomObject;
import penumbra.dicom.Element;
import penumbra.dicom.Tags;
import penumbra.dicom.TransferSyntax;
import penumbra.dicom.Value;
import penumbra.dicom.Vr;
import penumbra.dicom.file.DicomWriter;

/// Small DICOM files for the tests of commands.
public final class DicomSamples {
  static final int HEIGHT = 12;
  static final int WIDTH = 16;

  private DicomSamples() {}

  /// A CT whose stored values run from 1000 up by one a pixel, so from -24 HU, under a window from
  /// 0 to 100 HU, low values light, in that many frames.
  public static Path ct(Path file, int frames) throws IOException {
    return write(ct(frames), file);
  }

  /// The same as an axial slice of one frame, `z` millimetres towards the head, high values light.
  static Path slice(Path file, int series, int number, double z) throws IOException {
    DataSet place =
        DataSet.of(
            Element.ofText(Tags.SOP_INSTANCE_UID, Vr.UI, "2.25.7." + series + "." + number),
            Element.ofText(Tags.SERIES_INSTANCE_UID, Vr.UI, "2.25.8." + series),
            Element.ofText(Tags.SERIES_NUMBER, Vr.IS, Integer.toString(series)),
            Element.ofText(Tags.INSTANCE_NUMBER, Vr.IS, Integer.toString(number)),
            Element.ofText(Tags.PHOTOMETRIC_INTERPRETATION, Vr.CS, "MONOCHROME2"),
            Element.ofText(Tags.IMAGE_POSITION_PATIENT, Vr.DS, "-4\\-3\\" + z),
            Element.ofText(Tags.IMAGE_ORIENTATION_PATIENT, Vr.DS, "1\\0\\0\\0\\1\\0"));
    return write(ct(1).with(place), file);
  }

  private static DataSet ct(int frames) {
    int pixels = frames * HEIGHT * WIDTH;
    MemorySegment data = MemorySegment.ofArray(new byte[2 * pixels]);
    var layout = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < pixels; i++) {
      data.set(layout, 2L * i, (short) (1000 + i));
    }
    return DataSet.of(
        Element.ofText(Tags.SOP_CLASS_UID, Vr.UI, "1.2.840.10008.5.1.4.1.1.2"),
        Element.ofText(Tags.SOP_INSTANCE_UID, Vr.UI, "2.25.7"),
        Element.ofText(Tags.MODALITY, Vr.CS, "CT"),
        Element.ofText(Tags.BODY_PART_EXAMINED, Vr.CS, "CHEST"),
        Element.ofText(Tags.MANUFACTURER, Vr.LO, "Maker"),
        Element.ofText(Tags.PATIENT_NAME, Vr.PN, "Doe^Jane"),
        Element.ofText(Tags.STUDY_DATE, Vr.DA, "20010203"),
        Element.ofUnsignedShorts(Tags.SAMPLES_PER_PIXEL, 1),
        Element.ofText(Tags.PHOTOMETRIC_INTERPRETATION, Vr.CS, "MONOCHROME1"),
        Element.ofText(Tags.NUMBER_OF_FRAMES, Vr.IS, Integer.toString(frames)),
        Element.ofUnsignedShorts(Tags.ROWS, HEIGHT),
        Element.ofUnsignedShorts(Tags.COLUMNS, WIDTH),
        Element.ofText(Tags.PIXEL_SPACING, Vr.DS, "0.5\\0.5"),
        Element.ofUnsignedShorts(Tags.BITS_ALLOCATED, 16),
        Element.ofUnsignedShorts(Tags.BITS_STORED, 12),
        Element.ofUnsignedShorts(Tags.HIGH_BIT, 11),
        Element.ofUnsignedShorts(Tags.PIXEL_REPRESENTATION, 0),
        Element.ofText(Tags.WINDOW_CENTER, Vr.DS, "50.5\\0"),
        Element.ofText(Tags.WINDOW_WIDTH, Vr.DS, "101\\2000"),
        Element.ofText(Tags.WINDOW_CENTER_WIDTH_EXPLANATION, Vr.LO, "SOFT\\WIDE"),
        Element.ofText(Tags.RESCALE_INTERCEPT, Vr.DS, "-1024"),
        Element.ofText(Tags.RESCALE_SLOPE, Vr.DS, "1"),
        new Element(Tags.PIXEL_DATA, Vr.OW, new Value.Bytes(data)));
  }

  /// A structured report, which holds no image.
  static Path report(Path file) throws IOException {
    return write(
        DataSet.of(
            Element.ofText(Tags.SOP_CLASS_UID, Vr.UI, "1.2.840.10008.5.1.4.1.1.88.33"),
            Element.ofText(Tags.SOP_INSTANCE_UID, Vr.UI, "2.25.8"),
            Element.ofText(Tags.MODALITY, Vr.CS, "SR")),
        file);
  }

  private static Path write(DataSet set, Path file) throws IOException {
    Files.createDirectories(file.getParent());
    DicomWriter.write(DicomObject.of(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, set), file);
    return file;
  }
}
