package penumbra.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import penumbra.dicom.file.DicomReader;

/// Numbers whose element has another representation than the standard gives it.
class OddNumbersTest {
  @ParameterizedTest
  @CsvSource({
    "US, 2", "UL, 4", "SS, 2", "SL, 4", "UN, 2", "OB, 2", "OW, 2", "LO, 2", "CS, 2", "UL, 2",
    "UV, 8", "FD, 2"
  })
  void rowsInBytes(Vr vr, int length) throws Exception {
    byte[] bytes = new byte[length];
    bytes[0] = (byte) 0x10;
    bytes[1] = 1;
    assertThat(DataSet.of(Element.ofBytes(Tags.ROWS, vr, bytes)).integer(Tags.ROWS)).hasValue(272);
  }

  @ParameterizedTest
  @CsvSource({"IS", "DS", "LO", "SH", "CS", "UT", "LT"})
  void numbersAsText(Vr vr) throws Exception {
    DataSet data =
        DataSet.of(
            Element.ofText(Tags.ROWS, vr, "272 "),
            Element.ofText(Tags.RESCALE_SLOPE, vr, "-1.5e1"),
            Element.ofText(Tags.WINDOW_CENTER, vr, "40\\400 "));
    assertThat(data.integer(Tags.ROWS)).hasValue(272);
    assertThat(data.number(Tags.RESCALE_SLOPE)).hasValue(-15);
    assertThat(data.number(Tags.WINDOW_CENTER)).hasValue(40);
  }

  @ParameterizedTest
  @CsvSource({"UN", "OB", "ST"})
  void textInBytes(Vr vr) throws Exception {
    byte[] text = "2.5 ".getBytes(StandardCharsets.US_ASCII);
    DataSet data = DataSet.of(Element.ofBytes(Tags.RESCALE_SLOPE, vr, text));
    assertThat(data.number(Tags.RESCALE_SLOPE)).hasValue(2.5);
  }

  @Test
  void textWithNulAndWhatFollowsIt() throws Exception {
    for (String text : new String[] {"3\0", "3\0\0\0", " 3\0junk", "3\0\\4"}) {
      DataSet data = DataSet.of(Element.ofText(Tags.NUMBER_OF_FRAMES, Vr.IS, text));
      assertThat(data.integer(Tags.NUMBER_OF_FRAMES)).hasValue(3);
    }
    DataSet nothing = DataSet.of(Element.ofText(Tags.NUMBER_OF_FRAMES, Vr.IS, "\0\0"));
    assertThat(nothing.integer(Tags.NUMBER_OF_FRAMES)).isEmpty();
  }

  /// Tables of bytes are no numbers of two bytes each.
  @Test
  void bytesStayBytesWhereTheStandardHasThem() throws Exception {
    DataSet data = DataSet.of(Element.ofBytes(Tags.LUT_DATA, Vr.OB, new byte[] {1, 2, 3}));
    assertThat(data.numbers(Tags.LUT_DATA)).containsExactly(1, 2, 3);
  }

  @Test
  void wordsAreNoNumbers() {
    DataSet data = DataSet.of(Element.ofText(Tags.RESCALE_SLOPE, Vr.LO, "wide"));
    assertThatThrownBy(() -> data.number(Tags.RESCALE_SLOPE))
        .hasMessage(
            "must have numbers in (0028,1053), but has 'wide'; ask its maker to correct it");
  }

  @Test
  void numbersOfOtherRepresentationsInFiles() throws Exception {
    for (boolean big : new boolean[] {false, true}) {
      ByteOrder order = big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
      byte[] four = ByteBuffer.allocate(4).order(order).putInt(272).array();
      byte[] eight = ByteBuffer.allocate(8).order(order).putDouble(0.25).array();
      Bytes data = big ? Bytes.big() : Bytes.little();
      data.explicit(0x00280010, "UL", four);
      data.explicit(0x00281050, "FD", eight);
      data.longHead(0x00281052, "UN", 6).raw("-1024 ");
      data.explicit(0x00281053, "FD", eight);
      DataSet read =
          DicomReader.parse(Bytes.file(big ? Bytes.BIG : Bytes.EXPLICIT, data), false).data();
      assertThat(read.integer(Tags.ROWS)).hasValue(272);
      assertThat(read.number(Tags.WINDOW_CENTER)).hasValue(0.25);
      assertThat(read.number(Tags.RESCALE_INTERCEPT)).hasValue(-1024);
      assertThat(read.number(Tags.RESCALE_SLOPE)).hasValue(0.25);
    }
  }
}
