package penumbra.dicom.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import penumbra.dicom.Bytes;
import penumbra.dicom.DicomException;
import penumbra.dicom.DicomObject;
import penumbra.dicom.Tag;
import penumbra.dicom.Tags;
import penumbra.dicom.file.OddObjects.Form;
import penumbra.dicom.pixel.PixelData;
import penumbra.io.format.Limits;

/// One element that is wrong does not keep the others from being read.
class OddElementsTest {
  private static final int STUDY = 0x00081030;
  private static final int CODES = 0x00081140;
  private static final int PRIVATE = 0x00091010;

  /// Reads a picture with something wrong in it; strictly it must be refused.
  static DicomObject read(byte[] file) throws DicomException {
    DicomObject object = DicomReader.parse(file, false);
    assertThat(PixelData.of(object).frame(0, Limits.standard()).values().toDoubles())
        .isEqualTo(OddObjects.VALUES);
    assertThat(object.data().text(Tags.MODALITY)).hasValue("CR");
    assertThat(object.data().text(Tags.PATIENT_ID)).hasValue("P1");
    assertThat(object.notes()).isNotEmpty();
    assertThatThrownBy(object::strictly)
        .hasMessageStartingWith("must have nothing odd to be read strictly, but has this: ");
    DicomObject lenient = DicomReader.parse(file, true);
    assertThat(lenient.notes()).isEqualTo(object.notes());
    assertThat(lenient.data().has(Tags.PIXEL_DATA)).isTrue();
    return object;
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void soundPicturesHaveNoNotes(Form form) throws Exception {
    byte[] file = form.file(OddObjects.end(form, OddObjects.start(form)));
    DicomObject object = DicomReader.parse(file, false);
    assertThat(object.strictly().notes()).isEmpty();
    assertThat(PixelData.of(object).frame(0, Limits.standard()).values().toDoubles())
        .isEqualTo(OddObjects.VALUES);
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void textWhereASequenceShouldBe(Form form) throws Exception {
    for (String text : new String[] {"ab", "abcdef", "twelve bytes", "twenty bytes of text"}) {
      Bytes data = form.head(OddObjects.start(form), CODES, "SQ", text.length()).raw(text);
      DicomObject object = read(form.file(OddObjects.end(form, data)));
      assertThat(object.notes())
          .containsExactly(
              "(0008,1140) at byte %d should be a sequence, but its %d bytes begin with no item; taken as bytes."
                  .formatted(object.meta().elements().isEmpty() ? 0 : at(form), text.length()));
      assertThat(object.data().bytes(Tag.of(0x0008, 0x1140)).orElseThrow().byteSize())
          .isEqualTo(text.length());
    }
  }

  /// Where the first element behind the modality begins.
  private static int at(Form form) {
    return form.file(OddObjects.start(form)).length;
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void itemsThatBelongToNoSequence(Form form) throws Exception {
    byte[] inside = form.text(form.bytes(), 0x00080104, "LO", "in").bytes();
    Bytes empty = form.head(OddObjects.start(form), CODES, "SQ", 0).item(0);
    Bytes full = form.head(OddObjects.start(form), CODES, "SQ", 0).item(inside.length).raw(inside);
    Bytes two = form.head(OddObjects.start(form), CODES, "SQ", 0).item(0).item(0).sequenceEnd();
    Bytes open =
        form.head(OddObjects.start(form), CODES, "SQ", 0)
            .item(Bytes.UNDEFINED)
            .raw(inside)
            .itemEnd()
            .sequenceEnd();
    for (Bytes data : new Bytes[] {empty, full, two, open}) {
      DicomObject object = read(form.file(OddObjects.end(form, data)));
      assertThat(object.notes().getFirst()).endsWith("belongs to no sequence; left out.");
      assertThat(object.data().items(Tag.of(0x0008, 0x1140))).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void aStrayItemBehindAnEmptySequenceInsideAnItem(Form form) throws Exception {
    byte[] behind = form.text(form.bytes(), 0x00081155, "UI", "1.20").bytes();
    byte[] inside = form.head(form.bytes(), 0x00081115, "SQ", 0).item(0).raw(behind).bytes();
    Bytes measured =
        form.head(OddObjects.start(form), CODES, "SQ", 8 + inside.length)
            .item(inside.length)
            .raw(inside);
    Bytes open =
        form.head(OddObjects.start(form), CODES, "SQ", Bytes.UNDEFINED)
            .item(Bytes.UNDEFINED)
            .raw(inside)
            .itemEnd()
            .sequenceEnd();
    for (Bytes data : new Bytes[] {measured, open}) {
      DicomObject object = read(form.file(OddObjects.end(form, data)));
      assertThat(
              object
                  .data()
                  .items(Tag.of(0x0008, 0x1140))
                  .getFirst()
                  .text(Tags.REFERENCED_SOP_INSTANCE_UID))
          .hasValue("1.20");
    }
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void anItemThatIsLongerThanItsSequence(Form form) throws Exception {
    byte[] inside = form.text(form.bytes(), 0x00080104, "LO", "in").bytes();
    for (int longer : new int[] {2, 10, 4000}) {
      Bytes sequenceRight =
          form.head(OddObjects.start(form), CODES, "SQ", 8 + inside.length)
              .item(inside.length + longer)
              .raw(inside);
      DicomObject object = read(form.file(OddObjects.end(form, sequenceRight)));
      assertThat(object.notes().getFirst())
          .endsWith("more than its sequence; the sequence counts.");
      assertThat(object.data().items(Tag.of(0x0008, 0x1140)).getFirst().text(Tags.CODE_MEANING))
          .hasValue("in");
    }
    Bytes itemRight =
        form.head(OddObjects.start(form), CODES, "SQ", 4 + inside.length)
            .item(inside.length)
            .raw(inside);
    DicomObject object = read(form.file(OddObjects.end(form, itemRight)));
    assertThat(object.notes().getFirst()).endsWith("more than its sequence; the item counts.");
    assertThat(object.data().items(Tag.of(0x0008, 0x1140)).getFirst().text(Tags.CODE_MEANING))
        .hasValue("in");
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void junkInASequence(Form form) throws Exception {
    byte[] junk = new byte[30];
    Arrays.fill(junk, (byte) 0x5A);
    byte[] inside = form.text(form.bytes(), 0x00080104, "LO", "in").bytes();
    Bytes afterItem =
        form.head(OddObjects.start(form), CODES, "SQ", 8 + inside.length + junk.length)
            .item(inside.length)
            .raw(inside)
            .raw(junk);
    DicomObject object = read(form.file(OddObjects.end(form, afterItem)));
    assertThat(object.data().items(Tag.of(0x0008, 0x1140))).hasSize(1);
    Bytes inItem =
        form.head(OddObjects.start(form), CODES, "SQ", 8 + junk.length).item(junk.length).raw(junk);
    read(form.file(OddObjects.end(form, inItem)));
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void junkInASequenceWithoutALength(Form form) throws Exception {
    byte[] inside = form.text(form.bytes(), 0x00080104, "LO", "in").bytes();
    Bytes data =
        form.head(OddObjects.start(form), CODES, "SQ", Bytes.UNDEFINED)
            .item(Bytes.UNDEFINED)
            .raw(inside)
            .raw("~~~~~~~~~~~~~~~~~~~~")
            .itemEnd()
            .sequenceEnd();
    DicomObject object = read(form.file(OddObjects.end(form, data)));
    assertThat(object.notes().getLast()).endsWith("where elements go on.");
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void delimitersThatAreMissing(Form form) throws Exception {
    byte[] inside = form.text(form.bytes(), 0x00080104, "LO", "in").bytes();
    Bytes sequence =
        form.head(OddObjects.start(form), CODES, "SQ", Bytes.UNDEFINED)
            .item(inside.length)
            .raw(inside);
    DicomObject object = read(form.file(OddObjects.end(form, sequence)));
    assertThat(object.notes().getFirst()).endsWith("lacks its delimiter.");
    Bytes item =
        form.head(OddObjects.start(form), CODES, "SQ", Bytes.UNDEFINED)
            .item(Bytes.UNDEFINED)
            .raw(inside)
            .item(Bytes.UNDEFINED)
            .raw(inside)
            .itemEnd()
            .sequenceEnd();
    object = read(form.file(OddObjects.end(form, item)));
    assertThat(object.data().items(Tag.of(0x0008, 0x1140))).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void aDelimiterBehindASequenceWithALengthInsideAnItem(Form form) throws Exception {
    byte[] inside = form.text(form.bytes(), 0x00080104, "LO", "in").bytes();
    byte[] inner =
        form.head(form.bytes(), 0x00081115, "SQ", 8 + inside.length)
            .item(inside.length)
            .raw(inside)
            .sequenceEnd()
            .bytes();
    byte[] behind = form.text(form.bytes(), 0x00081155, "UI", "1.20").bytes();
    Bytes data =
        form.head(OddObjects.start(form), CODES, "SQ", Bytes.UNDEFINED)
            .item(Bytes.UNDEFINED)
            .raw(inner)
            .raw(behind)
            .itemEnd()
            .sequenceEnd();
    DicomObject object = read(form.file(OddObjects.end(form, data)));
    assertThat(
            object
                .data()
                .items(Tag.of(0x0008, 0x1140))
                .getFirst()
                .text(Tags.REFERENCED_SOP_INSTANCE_UID))
        .hasValue("1.20");
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void aLengthThatReachesBeyondTheFile(Form form) throws Exception {
    for (int length : new int[] {4000, 0x7FFFFFF0}) {
      Bytes bytes = form.head(OddObjects.start(form), PRIVATE, "OB", length).raw("some bytes");
      DicomObject object = read(form.file(OddObjects.end(form, bytes)));
      assertThat(object.notes().getFirst()).endsWith("where elements go on.");
      Bytes sequence = form.head(OddObjects.start(form), CODES, "SQ", length).item(0);
      object = read(form.file(OddObjects.end(form, sequence)));
      assertThat(object.notes().getFirst()).contains("but its items end after 8");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 20})
  void bytesBetweenTwoElements(int count) throws Exception {
    for (Form form : Form.values()) {
      byte[] junk = new byte[count];
      Arrays.fill(junk, (byte) 0x7E);
      read(form.file(OddObjects.end(form, OddObjects.start(form).raw(junk))));
    }
  }

  @Test
  void anOddLengthWhosePadIsNotCounted() throws Exception {
    Bytes data = OddObjects.start(Form.EXPLICIT).explicit(STUDY, "LO", "chest").raw(" ");
    DicomObject object = read(Form.EXPLICIT.file(OddObjects.end(Form.EXPLICIT, data)));
    assertThat(object.data().text(Tag.of(0x0008, 0x1030))).hasValue("chest");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UN", "OB", "UT", "ZZ", "??", "  ", "xy", "\0\0"})
  void aLengthOfTwoBytesWhereFourBelong(String vr) throws Exception {
    for (Form form : new Form[] {Form.EXPLICIT, Form.BIG}) {
      Bytes data = OddObjects.start(form).explicit(STUDY, vr, "chest ");
      DicomObject object = read(form.file(OddObjects.end(form, data)));
      assertThat(object.data().text(Tag.of(0x0008, 0x1030))).hasValue("chest");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"LO", "US", "ZZ", "\0\0"})
  void aLengthOfFourBytesWhereTwoBelong(String vr) throws Exception {
    for (Form form : new Form[] {Form.EXPLICIT, Form.BIG}) {
      Bytes data = OddObjects.start(form).longHead(STUDY, vr, 6).raw("chest ");
      DicomObject object = read(form.file(OddObjects.end(form, data)));
      assertThat(object.data().bytes(Tag.of(0x0008, 0x1030)).orElseThrow().byteSize()).isEqualTo(6);
    }
  }

  @Test
  void explicitElementsAmongImplicitOnesAndTheReverse() throws Exception {
    Bytes explicit = OddObjects.start(Form.IMPLICIT).explicit(STUDY, "LO", "chest ");
    DicomObject object = read(Form.IMPLICIT.file(OddObjects.end(Form.IMPLICIT, explicit)));
    assertThat(object.data().text(Tag.of(0x0008, 0x1030))).hasValue("chest");
    Bytes implicit = OddObjects.start(Form.EXPLICIT).implicit(STUDY, "chest ");
    object = read(Form.EXPLICIT.file(OddObjects.end(Form.EXPLICIT, implicit)));
    assertThat(object.data().text(Tag.of(0x0008, 0x1030))).hasValue("chest");
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void whatFollowsThePixelsIsLeftOut(Form form) throws Exception {
    for (String rest : new String[] {"x", "a footer of text", "\0\0\0\0\0\0\0\0\0\0", "~~~~~~~~"}) {
      read(form.file(OddObjects.end(form, OddObjects.start(form)).raw(rest)));
    }
    Bytes item = OddObjects.end(form, OddObjects.start(form)).item(4000).raw("1234");
    read(form.file(item));
    Bytes tooLong = form.head(OddObjects.end(form, OddObjects.start(form)), 0xFFFCFFFC, "OB", 900);
    read(form.file(tooLong));
  }

  /// What the picture depends on is not guessed.
  @ParameterizedTest
  @EnumSource(Form.class)
  void damageInWhatThePictureDependsOnIsRefused(Form form) {
    Bytes cutPixels =
        form.head(OddObjects.described(form, OddObjects.start(form)), OddObjects.PIXELS, "OW", 12)
            .raw("1234");
    assertThatThrownBy(() -> DicomReader.parse(form.file(cutPixels), false))
        .hasMessageContaining("ends inside the value of (7FE0,0010)");
    Bytes table =
        form.head(OddObjects.start(form), 0x00283000, "SQ", 20).item(200).raw("123456789012");
    assertThatThrownBy(() -> DicomReader.parse(form.file(OddObjects.end(form, table)), false))
        .hasMessageContaining("must have items that end inside their sequences");
  }
}
