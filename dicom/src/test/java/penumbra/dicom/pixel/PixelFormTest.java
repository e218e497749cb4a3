package penumbra.dicom.pixel;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static penumbra.dicom.pixel.PixelObjects.colour;
import static penumbra.dicom.pixel.PixelObjects.frames;
import static penumbra.dicom.pixel.PixelObjects.grey;
import static penumbra.dicom.pixel.PixelObjects.pixels;
import static penumbra.dicom.pixel.PixelObjects.with;

import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomException;
import penumbra.dicom.Element;
import penumbra.dicom.Tags;
import penumbra.dicom.Vr;

class PixelFormTest {
  private final DataSet data = pixels(grey(2, 3, 8), 1, 2, 3, 4, 5, 6);

  private static AbstractThrowableAssert<?, ? extends Throwable> refused(DataSet data) {
    return assertThatThrownBy(() -> PixelForm.of(data)).isInstanceOf(DicomException.class);
  }

  @Test
  void whatIsMissingIsNamed() {
    refused(data.without(Tags.ROWS))
        .hasMessage(
            "must have Rows (0028,0010) from 1 to 65535, but has none; have its maker correct it");
    refused(data.without(Tags.PHOTOMETRIC_INTERPRETATION))
        .hasMessageStartingWith("must have a Photometric Interpretation (0028,0004) of MONOCHROME1")
        .hasMessageEndingWith("but has ''; convert it with another tool first");
    refused(data.without(Tags.BITS_ALLOCATED))
        .hasMessageContaining("must have Bits Allocated (0028,0100) of at least 1, but has none");
    refused(data.without(Tags.PIXEL_DATA)).hasMessageContaining("must have pixel data");
  }

  @Test
  void whatIsWrongIsNamed() {
    refused(with(data, Tags.COLUMNS, 0))
        .hasMessageContaining("Columns (0028,0011) from 1 to 65535");
    refused(with(data, Tags.BITS_ALLOCATED, 12))
        .hasMessage(
            "must have Bits Allocated (0028,0100) of 1, 8, 16 or 32, but has 12; convert it with"
                + " another tool first");
    refused(with(data, Tags.BITS_STORED, 9))
        .hasMessageContaining("Bits Stored (0028,0101) from 1 to 8, but has 9");
    refused(with(data, Tags.HIGH_BIT, 5))
        .hasMessageContaining("High Bit (0028,0102) of 7, but has 5");
    refused(with(data, Tags.PIXEL_REPRESENTATION, 2))
        .hasMessageContaining("Pixel Representation (0028,0103) from 0 to 1, but has 2");
    refused(with(data, Tags.SAMPLES_PER_PIXEL, 3))
        .hasMessageContaining("Samples per Pixel (0028,0002) of 1, but has 3");
    refused(frames(data, 0))
        .hasMessageContaining("Number of Frames (0028,0008) of at least 1, but has 0");
    refused(data.with(Element.ofText(Tags.PHOTOMETRIC_INTERPRETATION, Vr.CS, "HSV")))
        .hasMessageContaining("has 'HSV'");
    DataSet floats =
        colour(1, 1, 8, "RGB", 0).with(Element.ofBytes(Tags.FLOAT_PIXEL_DATA, Vr.OF, new byte[12]));
    refused(floats)
        .hasMessageContaining("must be grey where its pixels are floating-point numbers");
  }
}
