package penumbra.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import penumbra.core.DType;

/// Reads the golden cases that the scripts in `conformance/` wrote.
final class GoldenFile {
  /// Bytes of a digest: the first 16 of SHA-256.
  static final int DIGEST = 16;

  private GoldenFile() {}

  /// The cases of `golden/NAME.tsv`, with their results from `golden/NAME.bin.gz`.
  static List<GoldenCase> cases(String name) {
    try (InputStream lines = resource(name + ".tsv");
        InputStream packed = new GZIPInputStream(resource(name + ".bin.gz"))) {
      ByteBuffer results = ByteBuffer.wrap(packed.readAllBytes()).asReadOnlyBuffer();
      List<GoldenCase> cases = new ArrayList<>();
      for (String line :
          new String(lines.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        if (!line.startsWith("#")) {
          cases.add(parse(line, results));
        }
      }
      if (results.hasRemaining()) {
        throw new IllegalStateException(name + ": bytes are left after the last case");
      }
      return cases;
    } catch (IOException e) {
      throw new UncheckedIOException("golden file " + name, e);
    }
  }

  /// The digest of all inputs that the oracle saw, from the end of the first line.
  static String inputs(String name) {
    try (InputStream lines = resource(name + ".tsv")) {
      String first =
          new String(lines.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .findFirst()
              .orElseThrow();
      return first.substring(first.lastIndexOf(' ') + 1);
    } catch (IOException e) {
      throw new UncheckedIOException("golden file " + name, e);
    }
  }

  private static GoldenCase parse(String line, ByteBuffer results) {
    String[] columns = line.split("\t", -1);
    boolean whole = columns[2].equals("whole");
    String[] result = columns[1].split("/", -1);
    int size = GeneratedInput.shape(result[1]).stream().reduce(1, (a, b) -> a * b);
    int bytes = whole ? size * DType.ofLabel(result[0]).bytes() : DIGEST;
    ByteBuffer expected = results.slice(results.position(), bytes).asReadOnlyBuffer();
    results.position(results.position() + bytes);
    return new GoldenCase(
        columns[0],
        GoldenCase.parse(columns[0]),
        columns[1],
        new GoldenCase.Expected(whole, expected));
  }

  private static InputStream resource(String file) {
    return Objects.requireNonNull(
        GoldenFile.class.getResourceAsStream("golden/" + file), () -> "no golden/" + file);
  }
}
