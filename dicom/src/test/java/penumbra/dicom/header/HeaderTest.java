package penumbra.dicom.header;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomObject;
import penumbra.dicom.Element;
import penumbra.dicom.Tag;
import penumbra.dicom.Tags;
import penumbra.dicom.TransferSyntax;
import penumbra.dicom.Value.Fragments;
import penumbra.dicom.Vr;

class HeaderTest {
  private static final Tag CODES = Tag.of(0x0008, 0x2218);
  private static final Tag MEANING = Tag.of(0x0008, 0x0104);
  private static final Tag UNKNOWN = Tag.of(0x0018, 0x9AAA);
  private static final Tag MAKER = Tag.of(0x0029, 0x0010);
  private static final Tag OWN = Tag.of(0x0029, 0x1001);
  private static final Tag NOBODYS = Tag.of(0x0029, 0x1101);
  private static final Tag POINTER = Tag.of(0x0028, 0x0009);

  private static List<String> lines(Element... elements) {
    return HeaderLines.of(
        DicomObject.of(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, DataSet.of(elements)));
  }

  private static Map<String, Object> model(Element... elements) {
    return HeaderJson.of(DataSet.of(elements)).model();
  }

  private static Element bytes(Tag tag, Vr vr, int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return Element.ofBytes(tag, vr, bytes);
  }

  @Test
  void eachElementHasALineWithTagKindKeywordAndValue() {
    assertThat(
            lines(
                Element.ofText(Tags.PATIENT_ID, Vr.LO, "P1"),
                Element.ofText(Tags.PIXEL_SPACING, Vr.DS, "0.143\\0.143"),
                Element.ofUnsignedShorts(Tags.ROWS, 1024),
                Element.ofText(Tags.STUDY_DESCRIPTION, Vr.LO, "")))
        .containsExactly(
            "(0008,1030) LO StudyDescription",
            "(0010,0020) LO PatientID                        P1",
            "(0028,0010) US Rows                             1024",
            "(0028,0030) DS PixelSpacing                     0.143\\0.143");
  }

  @Test
  void itemsOfSequencesAreIndentedBelowThem() {
    Element inner =
        Element.ofItems(CODES, List.of(DataSet.of(Element.ofText(MEANING, Vr.LO, "Rib"))));
    assertThat(
            lines(
                Element.ofItems(
                    CODES,
                    List.of(
                        DataSet.of(Element.ofText(MEANING, Vr.LO, "Chest")), DataSet.of(inner)))))
        .containsExactly(
            "(0008,2218) SQ AnatomicRegionSequence           2 items",
            "  item 1",
            "    (0008,0104) LO CodeMeaning                      Chest",
            "  item 2",
            "    (0008,2218) SQ AnatomicRegionSequence           1 item",
            "      item 1",
            "        (0008,0104) LO CodeMeaning                      Rib");
  }

  @Test
  void privateElementsHaveTheirMakersName() {
    assertThat(
            lines(
                Element.ofText(MAKER, Vr.LO, "ACME 1.0"),
                Element.ofText(OWN, Vr.SH, "x"),
                Element.ofText(NOBODYS, Vr.SH, "y")))
        .containsExactly(
            "(0029,0010) LO PrivateCreator                   ACME 1.0",
            "(0029,1001) SH [ACME 1.0]                       x",
            "(0029,1101) SH private                          y");
  }

  @Test
  void whatNoDictionaryKnowsIsShownAsTextWhereItIsSuchAndElseAsBytes() {
    assertThat(lines(bytes(UNKNOWN, Vr.UN, 'A', 'B', 'C', 0)))
        .containsExactly("(0018,9AAA) UN unknown                          'ABC'");
    assertThat(lines(bytes(UNKNOWN, Vr.UN, 1, 0xFF)))
        .containsExactly("(0018,9AAA) UN unknown                          01 FF");
  }

  @Test
  void longValuesAreCutAndTheLineTellsHowLongTheyAre() {
    Element table = Element.ofUnsignedShorts(Tag.of(0x0028, 0x3006), new int[300]);
    assertThat(lines(table).getFirst())
        .endsWith(" 0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0 ... (300 values)");
    Element text = Element.ofText(Tag.of(0x0010, 0x4000), Vr.LT, "a".repeat(500));
    assertThat(lines(text).getFirst()).endsWith("a ... (500 characters)");
    Element pixels = Element.ofBytes(Tags.PIXEL_DATA, Vr.OW, new byte[2000]);
    assertThat(lines(pixels).getFirst()).endsWith(" 00 00 ... (2,000 bytes)");
    Element coded =
        new Element(
            Tags.PIXEL_DATA,
            Vr.OB,
            new Fragments(
                MemorySegment.ofArray(new byte[0]), List.of(MemorySegment.ofArray(new byte[9]))));
    assertThat(lines(coded).getFirst()).endsWith(" 1 fragment, 9 bytes");
  }

  @Test
  void noValueBreaksTheLineOrSteersATerminal() {
    Element comment = Element.ofText(Tag.of(0x0010, 0x4000), Vr.LT, "a\r\nb\u0007c");
    assertThat(lines(comment).getFirst()).endsWith(" a\\nb?c");
  }

  @Test
  void theModelHasTextNumbersAndNamesAsTheStandardWritesThem() {
    assertThat(
            model(
                Element.ofText(Tags.IMAGE_TYPE, Vr.CS, "ORIGINAL\\\\AXIAL"),
                Element.ofText(Tags.PATIENT_NAME, Vr.PN, "Doe^J=D", StandardCharsets.US_ASCII),
                Element.ofText(Tags.PIXEL_SPACING, Vr.DS, "0.50\\oops"),
                Element.ofUnsignedShorts(Tags.ROWS, 65535)))
        .containsEntry(
            "00080008",
            Map.of("vr", "CS", "Value", java.util.Arrays.asList("ORIGINAL", null, "AXIAL")))
        .containsEntry(
            "00100010",
            Map.of("vr", "PN", "Value", List.of(Map.of("Alphabetic", "Doe^J", "Ideographic", "D"))))
        .containsEntry("00280030", Map.of("vr", "DS", "Value", List.of(0.5, "oops")))
        .containsEntry("00280010", Map.of("vr", "US", "Value", List.of(65535L)));
  }

  @Test
  void theModelHasTagsAsHexadecimalsAndBytesAsBase64() {
    assertThat(model(bytes(POINTER, Vr.AT, 0x04, 0x30, 0x0C, 0x00), bytes(UNKNOWN, Vr.UN, 1, 2, 3)))
        .containsEntry("00280009", Map.of("vr", "AT", "Value", List.of("3004000C")))
        .containsEntry("00189AAA", Map.of("vr", "UN", "InlineBinary", "AQID"));
  }

  @Test
  void numbersAreExact() {
    ByteBuffer longs = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    longs.putLong(-1).putLong(1L << 62);
    ByteBuffer floats = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    floats.putFloat(0.1f).putFloat(Float.NaN);
    assertThat(
            model(
                Element.ofBytes(OWN, Vr.UV, longs.array()),
                Element.ofBytes(NOBODYS, Vr.FL, floats.array())))
        .containsEntry(
            "00291001",
            Map.of(
                "vr",
                "UV",
                "Value",
                List.of(
                    new java.math.BigInteger("18446744073709551615"),
                    new java.math.BigInteger("4611686018427387904"))))
        .containsEntry("00291101", Map.of("vr", "FL", "Value", List.of(0.1, "NaN")));
  }

  @Test
  void emptyElementsHaveOnlyTheirKind() {
    assertThat(model(Element.ofText(Tags.PATIENT_ID, Vr.LO, ""), bytes(UNKNOWN, Vr.UN)))
        .containsEntry("00100020", Map.of("vr", "LO"))
        .containsEntry("00189AAA", Map.of("vr", "UN"));
  }

  @Test
  void whatIsTooLongForAHeaderIsLeftOutAndTold() {
    Element icon = Element.ofBytes(Tags.PIXEL_DATA, Vr.OW, new byte[2048]);
    HeaderJson header =
        HeaderJson.of(
            DataSet.of(
                Element.ofItems(CODES, List.of(DataSet.of(icon))),
                Element.ofBytes(UNKNOWN, Vr.OB, new byte[HeaderJson.LONGEST_BINARY])));
    assertThat(header.leftOut()).containsExactly("00082218[0].7FE00010: 2048 bytes");
    assertThat(
            header.model().entrySet().stream().map(Map.Entry::getKey).collect(Collectors.toList()))
        .containsExactly("00082218", "00189AAA");
    assertThat(Objects.requireNonNull(header.model().get("00189AAA")).toString())
        .contains("InlineBinary=AAAA");
  }
}
