package penumbra.io.dataset;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// Reads the rows of a table of text, RFC 4180's CSV in UTF-8, also compressed by gzip. The columns
/// may be separated by commas, semicolons or tabs: by what the first row has most of.
///
/// ```
/// try (CsvFile csv = CsvFile.open(file)) {
///   List<String> header = csv.row();
/// }
/// ```
final class CsvFile implements AutoCloseable {
  private static final int GZIP = 0x1f8b;
  private static final int LONGEST_ROW = 1 << 20;
  private static final int END = -1;

  private final Reader reader;
  private final char separator;

  private CsvFile(Reader reader) throws IOException {
    this.reader = reader;
    this.separator = separator(reader);
  }

  static CsvFile open(Path file) throws IOException {
    var in = new BufferedInputStream(Files.newInputStream(file));
    try {
      in.mark(2);
      int begin = (in.read() << 8) | in.read();
      in.reset();
      InputStream plain = begin == GZIP ? new GZIPInputStream(in) : in;
      // Not strict: names in other character sets match no image, and that is all.
      return new CsvFile(
          new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8), LONGEST_ROW));
    } catch (IOException | RuntimeException broken) {
      in.close();
      throw broken;
    }
  }

  private static char separator(Reader reader) throws IOException {
    reader.mark(LONGEST_ROW);
    int commas = 0;
    int semicolons = 0;
    int tabs = 0;
    int c = reader.read();
    boolean marked = c == '\uFEFF';
    for (int i = 1; i < LONGEST_ROW && c != '\n' && c != '\r' && c != END; i++) {
      commas += c == ',' ? 1 : 0;
      semicolons += c == ';' ? 1 : 0;
      tabs += c == '\t' ? 1 : 0;
      c = reader.read();
    }
    reader.reset();
    if (marked) {
      reader.skip(1);
    }
    if (commas >= semicolons && commas >= tabs) {
      return ',';
    }
    return semicolons >= tabs ? ';' : '\t';
  }

  /// The next row with its fields stripped, or null at the end. Empty lines are passed over.
  @Nullable List<String> row() throws IOException {
    List<String> fields = new ArrayList<>();
    var field = new StringBuilder();
    boolean quoted = false;
    int length = 0;
    for (int c = reader.read(); c != END; c = reader.read()) {
      if (++length > LONGEST_ROW) {
        throw new IOException("a row of more than " + LONGEST_ROW + " characters");
      }
      if (quoted) {
        quoted = c != '"';
        field.append((char) c);
      } else if (c == separator) {
        fields.add(value(field));
      } else if (c == '\n' || c == '\r') {
        if (!fields.isEmpty() || !field.isEmpty()) {
          fields.add(value(field));
          return fields;
        }
      } else {
        quoted = c == '"';
        field.append((char) c);
      }
    }
    if (fields.isEmpty() && field.isEmpty()) {
      return null;
    }
    fields.add(value(field));
    return fields;
  }

  /// A field without its quotes; two quotes within them stand for one.
  private static String value(StringBuilder field) {
    String text = field.toString().strip();
    field.setLength(0);
    boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    return quoted ? text.substring(1, text.length() - 1).replace("\"\"", "\"").strip() : text;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
