package penumbra.dicom.codec.jpeg2000;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import penumbra.dicom.DicomException;
import penumbra.dicom.codec.Jpeg2000Streams;
import penumbra.dicom.codec.frame.FrameForm;
import penumbra.dicom.codec.frame.Samples;

class Jpeg2000DecoderTest {
  private static final int LENGTH_OF_FIRST_TILE_PART = 6;

  static List<Jpeg2000Streams.Stream> streams() {
    return Jpeg2000Streams.all();
  }

  /// Decoders may round differently where there is loss: OpenJPEG's gain of high frequencies is off
  /// in its fifth digit.
  @ParameterizedTest
  @MethodSource("streams")
  void samplesAreThoseOfOpenJpegOffByOneAtMostWhereThereIsLoss(Jpeg2000Streams.Stream stream)
      throws Exception {
    Samples samples = new Jpeg2000Decoder().decode(stream.coded, stream.form);
    byte[] bytes = samples.data().toArray(ValueLayout.JAVA_BYTE);
    assertThat(samples.bits()).isEqualTo(stream.form.bitsStored());
    assertThat(samples.signed()).isEqualTo(stream.form.signed());
    if (stream.lossless) {
      assertThat(bytes).isEqualTo(stream.samples);
      return;
    }
    int[] found = numbers(bytes, stream.form);
    int[] expected = numbers(stream.samples, stream.form);
    assertThat(found).hasSameSizeAs(expected);
    for (int i = 0; i < found.length; i++) {
      assertThat(found[i]).isBetween(expected[i] - 1, expected[i] + 1);
    }
  }

  private static int[] numbers(byte[] bytes, FrameForm form) {
    int size = form.bytesPerSample();
    int[] numbers = new int[bytes.length / size];
    for (int i = 0; i < numbers.length; i++) {
      int low = bytes[size * i] & 0xFF;
      int high = size == 1 ? 0 : form.signed() ? bytes[2 * i + 1] : bytes[2 * i + 1] & 0xFF;
      numbers[i] = high * 256 + low;
    }
    return numbers;
  }

  @Test
  void oneInstanceServesManyThreads() throws Exception {
    var codec = new Jpeg2000Decoder();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<byte[]>> results = new ArrayList<>();
      List<Jpeg2000Streams.Stream> streams = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        streams.addAll(streams().stream().filter(stream -> stream.lossless).toList());
      }
      for (Jpeg2000Streams.Stream stream : streams) {
        results.add(
            threads.submit(() ->
                codec.decode(stream.coded, stream.form).data().toArray(ValueLayout.JAVA_BYTE)));
      }
      for (int i = 0; i < results.size(); i++) {
        assertThat(results.get(i).get()).isEqualTo(streams.get(i).samples);
      }
    }
  }

  @Test
  void theInputIsLeftAlone() throws Exception {
    var stream = Jpeg2000Streams.named("layers");
    byte[] before = stream.coded.clone();
    new Jpeg2000Decoder().decode(stream.coded, stream.form);
    assertThat(stream.coded).isEqualTo(before);
  }

  @Test
  void aTilePartMayLeaveItsLengthOpenAndTheEndMarkerMayBeMissing() throws Exception {
    var stream = Jpeg2000Streams.named("grey-16");
    byte[] open = stream.coded.clone();
    int start = find(open, 0x90);
    Arrays.fill(open, start + LENGTH_OF_FIRST_TILE_PART, start + 10, (byte) 0);
    for (byte[] coded :
        List.of(
            open,
            Arrays.copyOf(open, open.length + 1),
            Arrays.copyOf(open, open.length - 2),
            Arrays.copyOf(stream.coded, stream.coded.length - 2))) {
      Samples samples = new Jpeg2000Decoder().decode(coded, stream.form);
      assertThat(samples.data().toArray(ValueLayout.JAVA_BYTE)).isEqualTo(stream.samples);
    }
  }

  @Test
  void theDataSetAndTheFrameMustAgree() {
    var stream = Jpeg2000Streams.named("grey-16");
    assertThatThrownBy(() ->
            new Jpeg2000Decoder().decode(stream.coded, new FrameForm(37, 30, 1, 16, 16, false)))
        .isInstanceOf(DicomException.class)
        .hasMessage(
            "must have frames of 37 x 30 x 1, as the data set says, but has a JPEG 2000 frame of"
                + " 37 x 29 x 1; ask its maker to correct it");
    assertThatThrownBy(
            () -> new Jpeg2000Decoder().decode(stream.coded, new FrameForm(37, 29, 1, 8, 8, false)))
        .hasMessage(
            "must have at most the 8 bits allocated to a sample, but has JPEG 2000 frames of 16;"
                + " ask its maker to correct it");
  }

  @Test
  void aTruncatedFrameSaysHowMuchIsThere() {
    var stream = Jpeg2000Streams.named("grey-8");
    byte[] half = Arrays.copyOf(stream.coded, stream.coded.length / 2);
    assertThatThrownBy(() -> new Jpeg2000Decoder().decode(half, stream.form))
        .hasMessageStartingWith("must have whole JPEG 2000 frames, but byte ")
        .hasMessageContaining("of a frame starts a tile-part of")
        .hasMessageEndingWith("are there; copy it again from its source");
  }

  private static int find(byte[] coded, int marker) {
    for (int i = 0; i + 1 < coded.length; i++) {
      if (coded[i] == (byte) 0xFF && coded[i + 1] == (byte) marker) {
        return i;
      }
    }
    throw new IllegalArgumentException("no marker " + marker);
  }
}
