package penumbra.dicom.imageio;

import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;
import penumbra.dicom.file.DicomReader;

/// Lets `javax.imageio` read DICOM, for programs that use only that.
///
/// ```
/// BufferedImage shown = ImageIO.read(new File("chest.dcm"));
/// ```
///
/// Java finds it if this module is on the path. It reads display values, see [DicomImageReader];
/// for grey values use [penumbra.io.ImageFiles]. Files without `DICM` behind a preamble are not
/// recognised, since files of other formats look like them. To read them, request the reader by its
/// name, `dicom`.
public final class DicomImageReaderSpi extends ImageReaderSpi {
  private static final int HEAD = 132;

  /// The plug-in, as `javax.imageio` makes it.
  public DicomImageReaderSpi() {
    super(
        "penumbra",
        "0.1",
        new String[] {"dicom", "DICOM", "dcm"},
        new String[] {"dcm", "dicom", "dic", "ima"},
        new String[] {"application/dicom"},
        DicomImageReader.class.getName(),
        new Class<?>[] {ImageInputStream.class},
        null,
        false,
        null,
        null,
        null,
        null,
        false,
        null,
        null,
        null,
        null);
  }

  @Override
  public boolean canDecodeInput(Object source) throws IOException {
    if (!(source instanceof ImageInputStream in)) {
      return false;
    }
    byte[] head = new byte[HEAD];
    in.mark();
    try {
      int n = 0;
      for (int more = in.read(head); more > 0; more = in.read(head, n, HEAD - n)) {
        n += more;
      }
      return n == HEAD && DicomReader.isMarked(head);
    } finally {
      in.reset();
    }
  }

  @Override
  public ImageReader createReaderInstance(@Nullable Object extension) {
    return new DicomImageReader(this);
  }

  @Override
  public String getDescription(Locale locale) {
    return "Penumbra's DICOM reader";
  }
}
