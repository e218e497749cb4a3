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

/// The streams that `conformance/golden_jpeg.py` wrote, with the samples of dcmtk.
public final class JpegStreams {
  /// One stream.
  public static final class Stream {
    private final String name;
    private final FrameForm form;
    private final byte[] coded;
    private final byte[] samples;

    Stream(String name, FrameForm form, byte[] coded, byte[] samples) {
      this.name = name;
      this.form = form;
      this.coded = coded;
      this.samples = samples;
    }

    public FrameForm form() {
      return form;
    }

    /// Not a copy.
    public byte[] coded() {
      return coded;
    }

    /// Little-endian, pixel by pixel; not a copy.
    public byte[] samples() {
      return samples;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private JpegStreams() {}

  public static List<Stream> all() {
    try (InputStream list = resource("jpeg.tsv");
        InputStream bytes = new GZIPInputStream(resource("jpeg.bin.gz"))) {
      List<Stream> streams = new ArrayList<>();
      for (String line : new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        String[] cells = line.split("\t", -1);
        int[] numbers = Arrays.stream(cells).skip(1).mapToInt(Integer::parseInt).toArray();
        var form = new FrameForm(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], false);
        byte[] coded = bytes.readNBytes(numbers[5]);
        byte[] samples = bytes.readNBytes((int) form.samples() * form.bytesPerSample());
        streams.add(new Stream(cells[0], form, coded, samples));
      }
      return streams;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// The stream of that name.
  public static Stream named(String name) {
    return all().stream().filter(stream -> stream.name.equals(name)).findFirst().orElseThrow();
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(JpegStreams.class.getResourceAsStream(name), name);
  }
}
