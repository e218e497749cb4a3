package penumbra.dicom.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static penumbra.dicom.pixel.PixelObjects.frames;
import static penumbra.dicom.pixel.PixelObjects.grey;
import static penumbra.dicom.pixel.PixelObjects.with;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.core.DType;
import penumbra.core.NdArray;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomObject;
import penumbra.dicom.Element;
import penumbra.dicom.Tags;
import penumbra.dicom.TransferSyntax;
import penumbra.dicom.Vr;
import penumbra.dicom.file.DicomReader;
import penumbra.dicom.file.DicomWriter;
import penumbra.dicom.grey.DicomImage;
import penumbra.io.format.Limits;
import penumbra.io.format.ReadOptions;

/// Native pixels of larger files stay where they are: in the mapped file.
class MappedPixelsTest {
  private static final int SIDE = 300;

  @TempDir private Path folder;

  /// Two frames of 16 allocated bits, of which 12 count, whose values are their flat index modulo
  /// 4096.
  private DicomObject twelveOfSixteen(int foreign) throws IOException {
    byte[] bytes = new byte[2 * 2 * SIDE * SIDE];
    for (int i = 0; i < bytes.length / 2; i++) {
      bytes[2 * i] = (byte) i;
      bytes[2 * i + 1] = (byte) (((i >> 8) & 15) | foreign);
    }
    DataSet data =
        with(with(frames(grey(SIDE, SIDE, 16), 2), Tags.BITS_STORED, 12), Tags.HIGH_BIT, 11);
    DataSet whole =
        data.with(Element.ofText(Tags.SOP_CLASS_UID, Vr.UI, "1.2.840.10008.5.1.4.1.1.7.3"))
            .with(Element.ofText(Tags.SOP_INSTANCE_UID, Vr.UI, "2.25.1"))
            .with(Element.ofBytes(Tags.PIXEL_DATA, Vr.OW, bytes));
    Path file = folder.resolve("mapped.dcm");
    DicomWriter.write(DicomObject.of(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, whole), file);
    return DicomReader.read(file);
  }

  @Test
  void sixteenBitPixelsAreAPartOfTheMapping() throws IOException {
    DicomObject object = twelveOfSixteen(0);
    for (int frame = 1; frame <= 2; frame++) {
      DicomImage image = DicomImage.of(object, ReadOptions.standard().withFrame(frame));
      NdArray values = image.modality();
      assertThat(values.segment().isMapped()).isTrue();
      assertThat(values.segment().isReadOnly()).isTrue();
      assertThat(values.type()).isEqualTo(DType.UINT16);
      int first = (frame - 1) * SIDE * SIDE;
      assertThat(values.get(0, 0)).isEqualTo(first % 4096);
      assertThat(values.get(SIDE - 1, SIDE - 1)).isEqualTo((first + SIDE * SIDE - 1) % 4096);
    }
  }

  @Test
  void bitsThatMustGoMakeACopy() throws IOException {
    DicomObject object = twelveOfSixteen(0xF0);
    NdArray values = PixelData.of(object).frame(0, Limits.standard()).values();
    assertThat(values.segment().isMapped()).isFalse();
    assertThat(values.get(0, 5)).isEqualTo(5);
  }
}
