package penumbra.dicom.grey;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import penumbra.core.Radiograph;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomObject;
import penumbra.dicom.Element;
import penumbra.dicom.Tags;
import penumbra.dicom.TransferSyntax;
import penumbra.dicom.Value;
import penumbra.dicom.Vr;
import penumbra.dicom.codec.Jpeg2000Streams;
import penumbra.dicom.file.DicomReader;
import penumbra.io.ImageFiles;
import penumbra.io.format.ReadOptions;

/// DICOM files whose frames are High-Throughput JPEG 2000, written and read again.
class HighThroughputFilesTest {
  @TempDir Path folder;

  private static DicomObject object(TransferSyntax syntax, Jpeg2000Streams.Stream... streams) {
    var first = streams[0].form;
    List<MemorySegment> fragments =
        Arrays.stream(streams).map(stream -> MemorySegment.ofArray(even(stream.coded))).toList();
    boolean colour = first.samplesPerPixel() == 3;
    DataSet data =
        Rows.of(first.bitsStored(), first.signed(), new int[1])
            .data()
            .with(Element.ofText(Tags.SOP_CLASS_UID, Vr.UI, "1.2.840.10008.5.1.4.1.1.7"))
            .with(Element.ofText(Tags.SOP_INSTANCE_UID, Vr.UI, "2.25.9"))
            .with(Element.ofText(Tags.NUMBER_OF_FRAMES, Vr.IS, "" + streams.length))
            .with(Element.ofUnsignedShorts(Tags.SAMPLES_PER_PIXEL, first.samplesPerPixel()))
            .with(Element.ofUnsignedShorts(Tags.PLANAR_CONFIGURATION, 0))
            .with(
                Element.ofText(
                    Tags.PHOTOMETRIC_INTERPRETATION, Vr.CS, colour ? "YBR_RCT" : "MONOCHROME2"))
            .with(Element.ofUnsignedShorts(Tags.ROWS, first.rows()))
            .with(Element.ofUnsignedShorts(Tags.COLUMNS, first.columns()))
            .with(Element.ofUnsignedShorts(Tags.BITS_ALLOCATED, first.bitsAllocated()))
            .with(
                new Element(
                    Tags.PIXEL_DATA,
                    Vr.OB,
                    new Value.Fragments(MemorySegment.ofArray(new byte[0]), fragments)));
    return DicomObject.of(syntax, data);
  }

  private static byte[] even(byte[] coded) {
    return coded.length % 2 == 0 ? coded : Arrays.copyOf(coded, coded.length + 1);
  }

  private Path write(DicomObject object) throws Exception {
    return Files.write(folder.resolve("a.dcm"), DicomFormatTest.written(object));
  }

  @ParameterizedTest
  @CsvSource({
    "HTJ2K_LOSSLESS, grey-12",
    "HTJ2K_LOSSLESS, grey-12-signed",
    "HTJ2K_LOSSLESS_RPCL, grey-16",
    "HTJ2K, refined"
  })
  void filesGiveTheSamplesOfTheirFrames(TransferSyntax syntax, String name) throws Exception {
    var stream = Jpeg2000Streams.highThroughputNamed(name);
    Radiograph read = ImageFiles.read(write(object(syntax, stream)));
    assertThat(read.pixels().toBytes()).isEqualTo(stream.samples);
    assertThat(read.decodingSteps().getFirst())
        .isEqualTo(
            "Decoded " + syntax.label() + ", " + stream.form.bitsStored() + " bits a sample.");
  }

  @Test
  void everyFrameIsReadAndColoursComeAsRedGreenAndBlue() throws Exception {
    var rpcl = Jpeg2000Streams.highThroughputNamed("order-rpcl");
    var tiles = Jpeg2000Streams.highThroughputNamed("colour-rct");
    DicomObject object =
        DicomReader.read(write(object(TransferSyntax.HTJ2K_LOSSLESS_RPCL, rpcl, tiles)));
    for (int i = 0; i < 2; i++) {
      DicomImage image = DicomImage.of(object, ReadOptions.standard().withFrame(i + 1));
      assertThat(image.decoded().values().toBytes()).isEqualTo(rpcl.samples);
    }
  }

  @Test
  void framesOfPart1UnderTheseSyntaxesAreReadAndToldSo() throws Exception {
    var stream = Jpeg2000Streams.named("grey-16");
    DicomImage image =
        DicomImage.of(object(TransferSyntax.HTJ2K_LOSSLESS, stream), ReadOptions.standard());
    assertThat(image.decoded().values().toBytes()).isEqualTo(stream.samples);
    assertThat(image.decoded().steps().getFirst())
        .contains("Decoded JPEG 2000, which the coded frame is, though the transfer syntax says");
  }
}
