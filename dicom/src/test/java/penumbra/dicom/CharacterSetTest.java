package penumbra.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class CharacterSetTest {
  private static final Tag TEXT = Tags.STUDY_DESCRIPTION;

  @ParameterizedTest
  @CsvFileSource(
      resources = "charsets.tsv",
      delimiter = '\t',
      emptyValue = "",
      ignoreLeadingAndTrailingWhitespace = false)
  void textReadsAsTheReferenceReaderHasIt(String terms, Vr vr, String bytes, String expected) {
    byte[] text = HexFormat.of().parseHex(bytes);
    DataSet data =
        DataSet.of(characters(terms == null ? "" : terms), Element.ofBytes(TEXT, vr, text));
    assertThat(data.texts(TEXT))
        .isEqualTo(Arrays.stream(expected.split(",", -1)).map(CharacterSetTest::utf8).toList());
  }

  @Test
  void aBackslashThatIsHalfACharacterPartsNothing() {
    // The second bytes of both are 5C.
    DataSet gbk = textOf("GBK", "誠\\誠", Charset.forName("GBK"));
    assertThat(gbk.texts(TEXT)).containsExactly("誠", "誠");
    DataSet kanji =
        DataSet.of(
            characters("\\ISO 2022 IR 87"),
            Element.ofBytes(TEXT, Vr.LO, bytes("\u001B$B0\\\u001B(B\\b")));
    assertThat(kanji.texts(TEXT)).containsExactly("移", "b");
  }

  @Test
  void itemsInheritTheCharacterSetUnlessTheyNameTheirOwn() {
    Element name = Element.ofBytes(TEXT, Vr.LO, "Жук".getBytes(StandardCharsets.UTF_8));
    DataSet own = textOf("ISO_IR 144", "Жук", Charset.forName("ISO-8859-5"));
    DataSet inner = DataSet.of(Element.ofItems(Tags.VOI_LUT_SEQUENCE, List.of(DataSet.of(name))));
    DataSet data =
        DataSet.of(
            characters("ISO_IR 192"),
            Element.ofItems(Tags.SOURCE_IMAGE_SEQUENCE, List.of(inner, own)));
    List<DataSet> items = data.items(Tags.SOURCE_IMAGE_SEQUENCE);
    assertThat(items.get(0).items(Tags.VOI_LUT_SEQUENCE).getFirst().text(TEXT)).hasValue("Жук");
    assertThat(items.get(1).text(TEXT)).hasValue("Жук");
    assertThat(items.get(0).with(name).text(TEXT)).hasValue("Жук");
  }

  @Test
  void termsAreKnownHoweverTheyAreSpaced() {
    for (String term : List.of("ISO_IR 144", "ISO-IR-144", "iso ir 144", "ISO 2022 IR 144")) {
      assertThat(textOf(term, "Жук", Charset.forName("ISO-8859-5")).text(TEXT)).hasValue("Жук");
    }
    assertThat(CharacterSet.unknown(List.of("", "ISO_IR 100", "GBK", "KOI8-R")))
        .containsExactly("KOI8-R");
  }

  @Test
  void bytesThatNoSetHasDoNotStopTheText() {
    DataSet data =
        DataSet.of(
            characters("\\ISO 2022 IR 149"),
            Element.ofBytes(TEXT, Vr.LO, bytes("a\u001B%Zb\u001B$)C\u00FB")));
    assertThat(data.text(TEXT)).hasValue("a\uFFFD%Zb\uFFFD");
  }

  private static DataSet textOf(String terms, String text, Charset charset) {
    return DataSet.of(characters(terms), Element.ofText(TEXT, Vr.LO, text, charset));
  }

  private static Element characters(String terms) {
    return Element.ofText(Tags.SPECIFIC_CHARACTER_SET, Vr.CS, terms);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String utf8(String hex) {
    return new String(HexFormat.of().parseHex(hex), StandardCharsets.UTF_8);
  }
}
