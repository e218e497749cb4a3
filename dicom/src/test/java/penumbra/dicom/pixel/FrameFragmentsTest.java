package penumbra.dicom.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static penumbra.dicom.pixel.PixelObjects.bytes;
import static penumbra.dicom.pixel.PixelObjects.fragments;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import penumbra.dicom.DicomException;
import penumbra.dicom.TransferSyntax;
import penumbra.dicom.Value.Fragments;

class FrameFragmentsTest {
  private static final byte[] NONE = {};
  private static final byte[] A = bytes(1, 2);
  private static final byte[] A_END = bytes(3, 0xFF, 0xD9, 0);
  private static final byte[] B = bytes(5, 6);
  private static final byte[] B_END = bytes(7, 8, 0xFF, 0xD9);

  private static FrameFragments find(Fragments pixels, int frames) throws DicomException {
    return FrameFragments.find(pixels, Optional.empty(), TransferSyntax.JPEG_2000, frames);
  }

  @Test
  void allFragmentsMakeUpTheOnlyFrame() throws Exception {
    Fragments pixels = fragments(NONE, A, A_END, B);
    assertThat(find(pixels, 1).join(pixels, 0)).isEqualTo(bytes(1, 2, 3, 0xFF, 0xD9, 0, 5, 6));
  }

  @Test
  void aFragmentIsAFrameWhereThereAreAsMany() throws Exception {
    Fragments pixels = fragments(NONE, A, B, A_END);
    FrameFragments found = find(pixels, 3);
    assertThat(found.join(pixels, 1)).isEqualTo(B);
    assertThat(found.join(pixels, 2)).isEqualTo(A_END);
    assertThat(found.step()).isEmpty();
  }

  @Test
  void theBasicTableSaysWhereFramesStart() throws Exception {
    Fragments pixels = fragments(bytes(0, 0, 0, 0, 20, 0, 0, 0), A, B, B, B);
    FrameFragments found = find(pixels, 2);
    assertThat(found.starts()).containsExactly(0, 2);
    assertThat(found.join(pixels, 0)).containsExactly(1, 2, 5, 6);
    assertThat(found.step()).isEmpty();
  }

  @Test
  void theExtendedTableGoesBeforeTheBasicOne() throws Exception {
    byte[] basic = bytes(0, 0, 0, 0, 10, 0, 0, 0);
    byte[] extended = Arrays.copyOf(bytes(0, 0, 0, 0, 0, 0, 0, 0, 30), 16);
    Fragments pixels = fragments(basic, A, B, B, B);
    FrameFragments found =
        FrameFragments.find(
            pixels, Optional.of(MemorySegment.ofArray(extended)), TransferSyntax.RLE_LOSSLESS, 2);
    assertThat(found.starts()).containsExactly(0, 3);
  }

  @Test
  void withoutATableEndMarkersPartTheFrames() throws Exception {
    Fragments pixels = fragments(NONE, A, A_END, B, B, B_END);
    FrameFragments found = find(pixels, 2);
    assertThat(found.starts()).containsExactly(0, 2);
    assertThat(found.join(pixels, 1)).isEqualTo(bytes(5, 6, 5, 6, 7, 8, 0xFF, 0xD9));
  }

  @Test
  void aWrongTableIsLeftAsideAndTold() throws Exception {
    for (byte[] table :
        new byte[][] {
          bytes(0, 0, 0, 0, 11, 0, 0, 0),
          bytes(0, 0, 0, 0, 0, 0, 0, 0),
          bytes(10, 0, 0, 0, 0, 0, 0, 0),
          bytes(0, 0, 0, 0, 255, 255, 255, 255),
          bytes(0, 0, 0, 0)
        }) {
      FrameFragments found = find(fragments(table, A, A_END, B_END), 2);
      assertThat(found.starts()).containsExactly(0, 2);
      assertThat(found.step()).hasValue("Ignored the basic offset table, which is wrong.");
    }
  }

  @Test
  void framesThatCannotBeFoundAreAnError() {
    assertThatThrownBy(() -> find(fragments(NONE, A), 2))
        .hasMessage(
            "must have a fragment of coded pixel data for each of its 2 frames, but has 1; copy it"
                + " again from its source, or read what is there leniently");
    assertThatThrownBy(() -> find(fragments(NONE, A, B, B), 2))
        .hasMessage(
            "must say which of its 3 fragments make up its 2 frames, but has no offset table; ask"
                + " its maker to add one");
    Fragments ends = fragments(bytes(1, 0, 0, 0, 2, 0, 0, 0), A_END, B_END, B);
    assertThatThrownBy(
            () -> FrameFragments.find(ends, Optional.empty(), TransferSyntax.RLE_LOSSLESS, 2))
        .hasMessageContaining("but has a wrong offset table");
    assertThatThrownBy(() -> find(fragments(NONE), 1)).hasMessageContaining("has 0");
  }

  private static FrameFragments findSome(Fragments pixels, TransferSyntax syntax, int frames)
      throws DicomException {
    return FrameFragments.findSome(pixels, Optional.empty(), syntax, frames);
  }

  @Test
  void framesBeforeTheDamageAreFoundByTheTable() throws Exception {
    byte[] table = bytes(0, 0, 0, 0, 20, 0, 0, 0, 30, 0, 0, 0, 40, 0, 0, 0);
    Fragments pixels = fragments(table, A, B, A, B);
    FrameFragments found = findSome(pixels, TransferSyntax.RLE_LOSSLESS, 5);
    assertThat(found.starts()).containsExactly(0, 2, 3);
    assertThat(found.step()).hasValue("Found 3 of 5 frames, the last of them perhaps cut off.");
    assertThat(found.join(pixels, 1)).isEqualTo(A);
    assertThatThrownBy(() -> found.join(pixels, 3))
        .hasMessage(
            "must have the frame 4 that is asked for, but ends in frame 3; choose one before the"
                + " damage");
  }

  @Test
  void framesBeforeTheDamageAreFoundByTheirEnds() throws Exception {
    Fragments pixels = fragments(NONE, A, A_END, B, B_END, A);
    assertThat(findSome(pixels, TransferSyntax.JPEG_2000, 9).starts()).containsExactly(0, 2, 4);
  }

  @Test
  void aFragmentIsAFrameWhereNothingSaysOtherwise() throws Exception {
    Fragments pixels = fragments(NONE, A, B, A);
    assertThat(findSome(pixels, TransferSyntax.RLE_LOSSLESS, 4).starts()).containsExactly(0, 1, 2);
    assertThat(findSome(pixels, TransferSyntax.RLE_LOSSLESS, 3).step()).isEmpty();
  }

  @Test
  void leniencyDoesNotGuess() {
    assertThatThrownBy(() -> findSome(fragments(NONE, A, B, B), TransferSyntax.RLE_LOSSLESS, 2))
        .hasMessageContaining("must say which of its 3 fragments make up its 2 frames");
    assertThatThrownBy(() -> findSome(fragments(NONE), TransferSyntax.JPEG_2000, 2))
        .hasMessageContaining("has 0");
  }
}
