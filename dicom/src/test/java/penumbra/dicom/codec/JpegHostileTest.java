package penumbra.dicom.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import penumbra.dicom.DicomException;
import penumbra.dicom.codec.frame.FrameForm;
import penumbra.dicom.codec.jpeg.JpegDecoder;
import penumbra.dicom.codec.jpeg.JpegMarker;

/// Damaged streams give samples or our own error, and both soon.
class JpegHostileTest {
  private static final List<String> SMALL =
      List.of(
          "baseline-7x13",
          "extended-12-17x9",
          "colour-411-17x9",
          "colour-12",
          "progressive-8",
          "progressive-colour",
          "spectral-12",
          "restart-every-block",
          "long-codes",
          "sampling-42-21-11-three-scan",
          "noise-16-predictor-7-restart-1",
          "colour-lossless-8-three-scan-restart-5");

  @Test
  void everyTruncationIsAnErrorOrMissesButTheEnd() {
    for (String name : SMALL) {
      var stream = JpegStreams.named(name);
      int end = stream.coded().length;
      for (int length = 0; length < end - 16; length++) {
        byte[] cut = Arrays.copyOf(stream.coded(), length);
        assertThatThrownBy(
                () -> new JpegDecoder().decode(cut, stream.form()), name + " cut to " + length)
            .isInstanceOf(DicomException.class);
      }
      for (int length = end - 16; length < end; length++) {
        attempt(Arrays.copyOf(stream.coded(), length), stream.form());
      }
    }
  }

  @Test
  void flippedBytesGiveSamplesOrOurError() {
    SplittableRandom random = new SplittableRandom(4);
    int decoded = 0;
    int refused = 0;
    for (String name : SMALL) {
      var stream = JpegStreams.named(name);
      for (int round = 0; round < 1500; round++) {
        byte[] damaged = stream.coded().clone();
        // Half of the damage in the headers, where it matters most.
        int reach = round % 2 == 0 ? damaged.length : Math.min(200, damaged.length);
        for (int flips = random.nextInt(1, 5); flips > 0; flips--) {
          damaged[random.nextInt(reach)] = (byte) random.nextInt(256);
        }
        if (attempt(damaged, stream.form())) {
          decoded++;
        } else {
          refused++;
        }
      }
    }
    assertThat(decoded).isGreaterThan(100);
    assertThat(refused).isGreaterThan(100);
  }

  @Test
  void headersThatAgreeWithAHugeDataSetFailBeforeAnythingIsAllocated() {
    // More than the heap of the tests would take, ten thousand times over.
    for (String name : SMALL) {
      var stream = JpegStreams.named(name);
      byte[] vast = stream.coded().clone();
      int frame = frameAt(vast);
      Arrays.fill(vast, frame + 5, frame + 9, (byte) 0xFF);
      int bands = stream.form().samplesPerPixel();
      var form = new FrameForm(65535, 65535, bands, 16, 16, false);
      Assertions.assertTimeoutPreemptively(
          Duration.ofMinutes(1),
          () -> {
            for (int i = 0; i < 10_000; i++) {
              assertThatThrownBy(() -> new JpegDecoder().decode(vast, form))
                  .isInstanceOf(DicomException.class)
                  .hasMessageStartingWith("must have at least ");
            }
          });
    }
  }

  @Test
  void scansThatRepeatAreRefused() {
    for (String name :
        List.of("progressive-8", "baseline-7x13", "noise-16-predictor-7-restart-1")) {
      var stream = JpegStreams.named(name);
      int end = stream.coded().length - 2;
      int scan = JpegEdit.find(stream.coded(), JpegMarker.SOS);
      byte[] twice = Arrays.copyOf(stream.coded(), end + end - scan);
      System.arraycopy(stream.coded(), scan, twice, end, end - scan);
      assertThatThrownBy(() -> new JpegDecoder().decode(twice, stream.form()))
          .isInstanceOf(DicomException.class)
          .hasMessageMatching(
              "must (give each bit of a coefficient once|have one scan of each component), .*");
    }
  }

  private static int frameAt(byte[] coded) {
    for (int at = 2; ; at += 2 + (((coded[at + 2] & 255) << 8) | (coded[at + 3] & 255))) {
      if (JpegMarker.isStartOfFrame(coded[at + 1] & 255)) {
        return at;
      }
    }
  }

  private static boolean attempt(byte[] coded, FrameForm form) {
    try {
      new JpegDecoder().decode(coded, form);
      return true;
    } catch (DicomException refused) {
      assertThat(refused.getMessage()).hasLineCount(1);
      return false;
    }
  }
}
