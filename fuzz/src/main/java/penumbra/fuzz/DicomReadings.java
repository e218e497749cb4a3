package penumbra.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import penumbra.core.DType;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomException;
import penumbra.dicom.Element;
import penumbra.dicom.Value;
import penumbra.dicom.deidentify.Deidentifier;
import penumbra.dicom.deidentify.Retention;
import penumbra.dicom.file.DicomReader;
import penumbra.dicom.grey.DicomExplanation;
import penumbra.dicom.grey.DicomFacts;
import penumbra.dicom.grey.DicomImage;
import penumbra.dicom.pixel.PixelData;
import penumbra.io.format.GreyValues;
import penumbra.io.format.ReadOptions;

/// The readings of DICOM objects.
final class DicomReadings {
  private static final ReadOptions OPTIONS =
      ReadOptions.standard().withLimits(ParserContract.LIMITS);
  private static final byte[] DEFLATED =
      "1.2.840.10008.1.2.1.99".getBytes(StandardCharsets.US_ASCII);
  private static final Deidentifier DEIDENTIFIER =
      new Deidentifier(Retention.none(), new byte[16], "0");

  private DicomReadings() {}

  /// The values of all elements.
  static void strictly(byte[] input) throws IOException {
    valuesOf(DicomReader.parse(input, false).data());
  }

  /// The values of all undamaged elements.
  static void leniently(byte[] input) throws IOException {
    valuesOf(DicomReader.parse(input, true).data());
  }

  /// Only the header of a file.
  static void header(byte[] input) throws IOException {
    try (ScratchFile file = ScratchFile.of(input, ".dcm")) {
      DicomReader.readHeader(file.path());
    }
  }

  /// The de-identified object.
  static void deidentified(byte[] input) throws IOException {
    DEIDENTIFIER.apply(DicomReader.parse(input, false));
  }

  /// Stored pixels of the first frame and the last.
  static void pixels(byte[] input) throws IOException {
    PixelData pixels = PixelData.of(DicomReader.parse(input, false));
    pixels.frame(0, ParserContract.LIMITS);
    pixels.leniently().frame(pixels.frames() - 1, ParserContract.LIMITS);
  }

  /// Display values, and the explanation of each step.
  static void shown(byte[] input) throws IOException {
    ReadOptions options = OPTIONS.withFrame(1).leniently();
    DicomImage image = DicomImage.of(DicomReader.parse(input, true), options);
    image.display(DType.UINT8);
    DicomExplanation.of(image);
    DicomFacts.of(image, true);
  }

  /// Grey of stored values.
  static void stored(byte[] input) throws IOException {
    ReadOptions options = OPTIONS.withFrame(1).withValues(GreyValues.STORED);
    DicomImage.of(DicomReader.parse(input, false), options).radiograph("it", GreyValues.STORED);
  }

  /// Whether the input declares itself as deflated or begins as gzip does: then it may expand a
  /// lot.
  static boolean isDeflated(byte[] input) {
    if (input.length > 1 && input[0] == 0x1F && input[1] == (byte) 0x8B) {
      return true;
    }
    for (int at = 0; at + DEFLATED.length <= input.length; at++) {
      if (Arrays.equals(input, at, at + DEFLATED.length, DEFLATED, 0, DEFLATED.length)) {
        return true;
      }
    }
    return false;
  }

  private static void valuesOf(DataSet data) {
    for (Element element : data.elements()) {
      if (element.value() instanceof Value.Items(List<DataSet> items)) {
        items.forEach(DicomReadings::valuesOf);
      } else {
        data.texts(element.tag());
        try {
          data.numbers(element.tag());
        } catch (DicomException noNumbers) {
          // Most elements hold none.
        }
      }
    }
  }
}
