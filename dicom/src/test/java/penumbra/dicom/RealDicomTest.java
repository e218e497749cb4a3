package penumbra.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import penumbra.dicom.file.DicomReader;
import penumbra.dicom.file.DicomWriter;
import penumbra.io.format.UnreadableFileException;

class RealDicomTest {
  @ParameterizedTest
  @CsvFileSource(resources = "dumps.tsv", delimiter = '\t')
  void everyElementIsWhatTheReferenceReaderFinds(String name, int elements, String digest)
      throws Exception {
    DicomObject object = DicomReader.read(RealFiles.dicom(name), true);
    assertThat(Listing.of(object.data())).hasSize(elements);
    assertThat(Listing.digest(Listing.of(object.data()))).isEqualTo(digest);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "dumps.tsv", delimiter = '\t')
  void theHeaderIsWhatStandsBeforeThePixels(String name, int elements, String digest)
      throws Exception {
    Path file = RealFiles.dicom(name);
    DataSet data = DicomReader.read(file, true).data();
    DataSet header = DicomReader.readHeader(file).data();
    for (Element element : data.elements()) {
      assertThat(header.has(element.tag())).isEqualTo(element.tag().group() < 0x7FE0);
    }
    assertThat(Listing.of(data)).containsAll(Listing.of(header));
  }

  @ParameterizedTest
  @CsvFileSource(resources = "dumps.tsv", delimiter = '\t')
  void whatIsWrittenReadsAsBefore(String name, int elements, String digest, @TempDir Path folder)
      throws Exception {
    DicomObject object = DicomReader.read(RealFiles.dicom(name), true);
    Path copy = folder.resolve("copy.dcm");
    DicomWriter.write(object, copy);
    DicomObject read = DicomReader.read(copy);
    DataSet kept = object.data();
    for (Element element : object.data().elements()) {
      kept = element.tag().element() == 0 ? kept.without(element.tag()) : kept;
    }
    assertThat(Listing.of(read.data())).isEqualTo(Listing.of(kept));
    assertThat(read.notes()).isEmpty();
  }

  @Test
  void aTruncatedFileIsAnErrorUnlessWhatCanBeHadIsAskedFor() throws Exception {
    Path file = RealFiles.dicom("MR_truncated.dcm");
    assertThatThrownBy(() -> DicomReader.read(file))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessage(
            file
                + " must be whole, but ends inside the value of (7FE0,0010) at byte 1500: 8192"
                + " bytes"
                + " are needed from there, 8130 are left; copy or download it again, or read"
                + " what is there leniently");
    DicomObject object = DicomReader.read(file, true);
    assertThat(object.data().bytes(Tags.PIXEL_DATA).orElseThrow().byteSize()).isEqualTo(8130);
    assertThat(object.notes())
        .containsExactly(
            "Damaged: it must be whole, but ends inside the value of (7FE0,0010) at byte 1500: 8192"
                + " bytes are needed from there, 8130 are left; what is there is read.");
  }

  @Test
  void aDataSetThatBeginsOneByteTooEarlyIsNoDicomFile() {
    Path file = RealFiles.dicom("no_meta.dcm");
    assertThatThrownBy(() -> DicomReader.read(file))
        .hasMessageEndingWith(
            "no_meta.dcm must be a DICOM file, but has neither DICM at byte 128 nor a known data"
                + " element at its start; name a DICOM file, or check that it was copied whole");
  }

  @Test
  void pixelDataOfALargerFileIsMapped() throws Exception {
    DataSet data = DicomReader.read(RealFiles.dicom("mlut_18.dcm")).data();
    assertThat(data.bytes(Tags.PIXEL_DATA).orElseThrow().isMapped()).isTrue();
    assertThat(data.bytes(Tags.PIXEL_DATA).orElseThrow().isReadOnly()).isTrue();
  }
}
