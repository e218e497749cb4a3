package penumbra.dicom.codec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import penumbra.dicom.codec.frame.FrameForm;

/// The codestreams that `conformance/golden_jpeg2000.py` and `golden_htj2k.py` wrote, with the
/// samples of OpenJPEG.
public final class Jpeg2000Streams {
  /// One codestream.
  public static final class Stream {
    public final String name;
    public final FrameForm form;
    public final boolean lossless;
    public final byte[] coded;
    public final byte[] samples;

    Stream(String name, FrameForm form, boolean lossless, byte[] coded, byte[] samples) {
      this.name = name;
      this.form = form;
      this.lossless = lossless;
      this.coded = coded;
      this.samples = samples;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private Jpeg2000Streams() {}

  /// Those of part 1.
  public static List<Stream> all() {
    return read("jpeg2000");
  }

  /// Those of part 15.
  public static List<Stream> highThroughput() {
    return read("htj2k");
  }

  private static List<Stream> read(String file) {
    try (InputStream list = resource(file + ".tsv");
        InputStream bytes = new GZIPInputStream(resource(file + ".bin.gz"))) {
      List<Stream> streams = new ArrayList<>();
      for (String line : new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        String[] cells = line.split("\t", -1);
        int[] numbers = Arrays.stream(cells).skip(1).mapToInt(Integer::parseInt).toArray();
        int allocated = numbers[3] <= 8 ? 8 : 16;
        var form =
            new FrameForm(
                numbers[0], numbers[1], numbers[2], allocated, numbers[3], numbers[4] == 1);
        byte[] coded = bytes.readNBytes(numbers[6]);
        byte[] samples = bytes.readNBytes((int) form.samples() * form.bytesPerSample());
        streams.add(new Stream(cells[0], form, numbers[5] == 1, coded, samples));
      }
      return streams;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// The stream of part 1 of that name.
  public static Stream named(String name) {
    return named(all(), name);
  }

  /// The stream of part 15 of that name.
  public static Stream highThroughputNamed(String name) {
    return named(highThroughput(), name);
  }

  private static Stream named(List<Stream> streams, String name) {
    return streams.stream().filter(stream -> stream.name.equals(name)).findFirst().orElseThrow();
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(Jpeg2000Streams.class.getResourceAsStream(name), name);
  }
}
