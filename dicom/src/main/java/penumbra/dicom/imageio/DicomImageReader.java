package penumbra.dicom.imageio;

import java.awt.Point;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import javax.imageio.IIOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;
import penumbra.core.DType;
import penumbra.core.NdArray;
import penumbra.dicom.DicomException;
import penumbra.dicom.DicomObject;
import penumbra.dicom.Tag;
import penumbra.dicom.Tags;
import penumbra.dicom.file.DicomReader;
import penumbra.dicom.grey.DicomImage;
import penumbra.dicom.pixel.PixelData;
import penumbra.io.format.ImageSource;
import penumbra.io.format.Limits;
import penumbra.io.format.ReadOptions;
import penumbra.io.pixel.BufferedImages;

/// Reads the frames of a DICOM object, each as an image.
///
/// Grey images have display values, through the file's first window or table, in 8 bits if the file
/// stores 8, else in 16; see [DicomImage]. Colour images have red, green and blue of 8 bits. There
/// is no metadata.
final class DicomImageReader extends ImageReader {
  private static final int BLOCK = 1 << 16;

  private @Nullable DicomObject object;

  DicomImageReader(ImageReaderSpi provider) {
    super(provider);
  }

  @Override
  public void setInput(@Nullable Object input, boolean seekForwardOnly, boolean ignoreMetadata) {
    super.setInput(input, seekForwardOnly, ignoreMetadata);
    object = null;
  }

  @Override
  public void dispose() {
    object = null;
  }

  @Override
  public void reset() {
    super.reset();
    object = null;
  }

  /// The content of the input, read on first use.
  private DicomObject object() throws IOException {
    DicomObject known = object;
    if (known == null) {
      if (!(getInput() instanceof ImageInputStream in)) {
        throw new IllegalStateException("the reader has no input");
      }
      byte[] bytes = bytes(in);
      known = DicomReader.read(ImageSource.of(bytes, "the stream"), false, Limits.standard());
      object = known;
    }
    return known;
  }

  private static byte[] bytes(ImageInputStream in) throws IOException {
    in.seek(in.getFlushedPosition());
    var bytes = new ByteArrayOutputStream();
    byte[] block = new byte[BLOCK];
    for (int n = in.read(block); n > 0; n = in.read(block)) {
      if (bytes.size() > Integer.MAX_VALUE - 2 * BLOCK) {
        throw new IIOException("a DICOM stream must be smaller than 2 GiB, but is not");
      }
      bytes.write(block, 0, n);
    }
    return bytes.toByteArray();
  }

  private interface Question<T> {
    T ask(DicomObject object) throws IOException, DicomException;
  }

  private <T> T of(int index, Question<T> question) throws IOException {
    try {
      DicomObject known = object();
      Objects.checkIndex(index, PixelData.of(known).frames());
      return question.ask(known);
    } catch (DicomException wrong) {
      throw new IIOException("the stream " + wrong.getMessage(), wrong);
    }
  }

  @Override
  public int getNumImages(boolean allowSearch) throws IOException {
    return of(0, known -> PixelData.of(known).frames());
  }

  @Override
  public int getWidth(int index) throws IOException {
    return of(index, known -> length(known, Tags.COLUMNS));
  }

  @Override
  public int getHeight(int index) throws IOException {
    return of(index, known -> length(known, Tags.ROWS));
  }

  private static int length(DicomObject known, Tag tag) throws DicomException {
    return known.data().integer(tag).orElseThrow();
  }

  @Override
  public Iterator<ImageTypeSpecifier> getImageTypes(int index) throws IOException {
    return List.of(ImageTypeSpecifier.createFromRenderedImage(picture(index))).iterator();
  }

  @Override
  public BufferedImage read(int index, @Nullable ImageReadParam param) throws IOException {
    clearAbortRequest();
    processImageStarted(index);
    BufferedImage picture = picture(index);
    BufferedImage asked = param == null ? picture : asked(picture, param);
    processImageComplete();
    return asked;
  }

  private BufferedImage picture(int index) throws IOException {
    return of(
        index,
        known -> {
          ReadOptions options = ReadOptions.standard().withFrame(index + 1);
          DicomImage image = DicomImage.of(known, options);
          return BufferedImages.of(
              image.decoded().colour() ? colours(image) : image.display(image.displayType()));
        });
  }

  private static NdArray colours(DicomImage image) {
    NdArray colours = image.decoded().values();
    double most = (1L << image.decoded().bitsStored()) - 1;
    double[] samples = colours.toDoubles();
    for (int i = 0; i < samples.length; i++) {
      samples[i] = Math.clamp(Math.rint(samples[i] * DType.UINT8.max() / most), 0, 255);
    }
    return NdArray.of(DType.UINT8, samples, colours.shape());
  }

  /// The requested region, in the requested destination.
  private static BufferedImage asked(BufferedImage picture, ImageReadParam param)
      throws IIOException {
    checkReadParamBandSettings(
        param,
        picture.getSampleModel().getNumBands(),
        param.getDestination() == null
            ? picture.getSampleModel().getNumBands()
            : param.getDestination().getSampleModel().getNumBands());
    int width = picture.getWidth();
    int height = picture.getHeight();
    ImageTypeSpecifier type = ImageTypeSpecifier.createFromRenderedImage(picture);
    BufferedImage target = getDestination(param, List.of(type).iterator(), width, height);
    Rectangle from = new Rectangle();
    Rectangle to = new Rectangle();
    computeRegions(param, width, height, target, from, to);
    Raster source = picture.getRaster();
    WritableRaster sink = target.getRaster();
    Point step = new Point(param.getSourceXSubsampling(), param.getSourceYSubsampling());
    int[] pixel = new int[source.getNumBands()];
    for (int y = 0; y < to.height; y++) {
      for (int x = 0; x < to.width; x++) {
        source.getPixel(from.x + x * step.x, from.y + y * step.y, pixel);
        sink.setPixel(to.x + x, to.y + y, pixel);
      }
    }
    return target;
  }

  @Override
  public @Nullable IIOMetadata getStreamMetadata() {
    return null;
  }

  @Override
  public @Nullable IIOMetadata getImageMetadata(int index) {
    return null;
  }
}
