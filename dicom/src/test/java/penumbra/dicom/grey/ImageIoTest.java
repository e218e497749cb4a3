package penumbra.dicom.grey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.core.NdArray;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomObject;
import penumbra.dicom.Element;
import penumbra.dicom.Tags;
import penumbra.dicom.TransferSyntax;
import penumbra.dicom.Vr;
import penumbra.dicom.file.DicomReader;
import penumbra.dicom.file.DicomWriter;
import penumbra.io.ImageFiles;
import penumbra.io.format.GreyValues;
import penumbra.io.format.ReadOptions;
import penumbra.io.pixel.BufferedImages;
import penumbra.io.png.Png;

/// `javax.imageio` reads DICOM where this module is.
class ImageIoTest {
  @TempDir Path folder;

  private static final int[] TWO_FRAMES = {0, 100, 200, 300, 4095, 9, 8, 7};

  private static byte[] file(DicomObject object) throws IOException {
    DataSet data =
        object
            .data()
            .with(Element.ofText(Tags.SOP_CLASS_UID, Vr.UI, "1.2.840.10008.5.1.4.1.1.7"))
            .with(Element.ofText(Tags.SOP_INSTANCE_UID, Vr.UI, "2.25.7"));
    var out = new ByteArrayOutputStream();
    DicomWriter.write(DicomObject.of(object.syntax(), data), out);
    return out.toByteArray();
  }

  private static ImageReader reader(byte[] bytes) {
    ImageReader reader = ImageIO.getImageReadersByFormatName("dicom").next();
    reader.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes)));
    return reader;
  }

  @Test
  void aFileIsThePictureThatItWantsToBe() throws Exception {
    byte[] bytes = DicomFormatTest.file(TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
    Path path = Files.write(folder.resolve("chest.dcm"), bytes);
    NdArray picture = BufferedImages.toArray(ImageIO.read(path.toFile()));
    ReadOptions shown = ReadOptions.standard().withValues(GreyValues.DISPLAY);
    assertThat(picture.sameBits(ImageFiles.read(path, shown).pixels())).isTrue();
    assertThat(picture).hasToString("(1, 6) uint16");
    assertThat(picture.get(0, 0)).isEqualTo(0);
    assertThat(picture.get(0, 3)).isEqualTo(65535);
  }

  @Test
  void eightBitsStayEightBits() throws Exception {
    DicomObject low = Rows.of(8, false, new int[] {0, 7, 255, 3});
    NdArray picture = BufferedImages.toArray(ImageIO.read(new ByteArrayInputStream(file(low))));
    assertThat(picture).hasToString("(1, 4) uint8");
    assertThat(picture.toDoubles()).containsExactly(0, 7, 255, 3);
  }

  @Test
  void eachFrameIsAnImage() throws Exception {
    byte[] bytes = file(Rows.of(2, 12, false, TWO_FRAMES));
    ImageReader reader = reader(bytes);
    assertThat(reader.getNumImages(true)).isEqualTo(2);
    assertThat(reader.getWidth(1)).isEqualTo(4);
    assertThat(reader.getHeight(1)).isEqualTo(1);
    for (int i = 0; i < 2; i++) {
      DicomImage frame =
          DicomImage.of(DicomReader.read(bytes), ReadOptions.standard().withFrame(i + 1));
      NdArray picture = BufferedImages.toArray(reader.read(i));
      assertThat(picture.sameBits(frame.display(frame.displayType()))).isTrue();
    }
    assertThatThrownBy(() -> reader.read(2)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void aPartMayBeAskedFor() throws Exception {
    ImageReader reader = reader(file(Rows.of(8, false, new int[] {0, 10, 20, 30, 40, 50})));
    ImageReadParam param = reader.getDefaultReadParam();
    param.setSourceRegion(new Rectangle(1, 0, 5, 1));
    param.setSourceSubsampling(2, 1, 0, 0);
    NdArray part = BufferedImages.toArray(reader.read(0, param));
    assertThat(part.toDoubles()).containsExactly(51, 153, 255);
  }

  @Test
  void colourIsColour() throws Exception {
    DataSet data =
        DataSet.of(
            Element.ofUnsignedShorts(Tags.SAMPLES_PER_PIXEL, 3),
            Element.ofText(Tags.PHOTOMETRIC_INTERPRETATION, Vr.CS, "RGB"),
            Element.ofUnsignedShorts(Tags.PLANAR_CONFIGURATION, 0),
            Element.ofUnsignedShorts(Tags.ROWS, 1),
            Element.ofUnsignedShorts(Tags.COLUMNS, 2),
            Element.ofUnsignedShorts(Tags.BITS_ALLOCATED, 8),
            Element.ofUnsignedShorts(Tags.BITS_STORED, 8),
            Element.ofUnsignedShorts(Tags.HIGH_BIT, 7),
            Element.ofUnsignedShorts(Tags.PIXEL_REPRESENTATION, 0),
            Element.ofBytes(Tags.PIXEL_DATA, Vr.OB, new byte[] {1, 2, 3, -1, -2, -3}));
    byte[] bytes = file(DicomObject.of(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, data));
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(bytes));
    assertThat(picture.getRGB(0, 0)).isEqualTo(0xFF010203);
    assertThat(picture.getRGB(1, 0)).isEqualTo(0xFFFFFEFD);
  }

  @Test
  void whatIsDamagedIsOneLine() throws Exception {
    byte[] bytes = DicomFormatTest.file(TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
    byte[] cut = Arrays.copyOf(bytes, bytes.length - 3);
    assertThatThrownBy(() -> ImageIO.read(new ByteArrayInputStream(cut)))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("the stream must be whole, but ")
        .hasMessageNotContaining("\n");
    byte[] noImage =
        file(
            DicomObject.of(
                TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
                DataSet.of(Element.ofText(Tags.PATIENT_ID, Vr.LO, "P1"))));
    assertThatThrownBy(() -> ImageIO.read(new ByteArrayInputStream(noImage)))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("the stream must ");
  }

  @Test
  void otherFilesAreLeftToOtherReaders() throws Exception {
    byte[] png = Png.encode(NdArray.ofUint8(new byte[] {1, 2, 3, 4}, 2, 2));
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(png))) {
      assertThat(ImageIO.getImageReaders(in).next().getFormatName()).isEqualTo("png");
      assertThat(in.getStreamPosition()).isZero();
    }
    assertThat(ImageIO.getImageReadersBySuffix("dcm").hasNext()).isTrue();
    assertThat(ImageIO.getImageReadersByMIMEType("application/dicom").hasNext()).isTrue();
  }
}
