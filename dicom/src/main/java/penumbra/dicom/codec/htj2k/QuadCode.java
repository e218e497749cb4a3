package penumbra.dicom.codec.htj2k;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The context-adaptive code words of quads (CxtVLC), T.814 clause 7.3.5 and annex C, as tables
/// that the context and the next seven bits index. An entry holds what a code word says, packed; 0
/// says that no sample is significant.
final class QuadCode {
  /// For quads of the first row.
  static final int[] FIRST_ROW = new int[1024];

  /// For all others.
  static final int[] OTHER_ROWS = new int[1024];

  private static final String FILE = "cxtvlc.txt";
  private static final int LONGEST = 7;

  static {
    try (InputStream in = Objects.requireNonNull(QuadCode.class.getResourceAsStream(FILE), FILE)) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(QuadCode::addContext);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private QuadCode() {}

  private static void addContext(String line) {
    String[] cells = line.split(" ", -1);
    int[] table = cells[0].charAt(0) == '0' ? FIRST_ROW : OTHER_ROWS;
    int context = digit(cells[0], 1);
    for (int i = 1; i < cells.length; i++) {
      String cell = cells[i];
      int word = digit(cell, 4) << 4 | digit(cell, 5);
      int length = digit(cell, 6);
      int entry =
          digit(cell, 0)
              | digit(cell, 1) << 4
              | digit(cell, 2) << 8
              | digit(cell, 3) << 12
              | length << 16;
      for (int bits = word; bits < 1 << LONGEST; bits += 1 << length) {
        table[context << LONGEST | bits] = entry;
      }
    }
  }

  private static int digit(String cell, int at) {
    return Character.digit(cell.charAt(at), 16);
  }

  /// The significance of the quad's samples: bit 0 upper left, 1 lower left, 2 upper right, 3 lower
  /// right.
  static int rho(int entry) {
    return entry & 15;
  }

  /// 1 if the exponent of the quad is above its predictor, so that a residual is coded.
  static int uOff(int entry) {
    return (entry >> 4) & 1;
  }

  /// 1 for each sample whose highest magnitude bit is known by the code word.
  static int known(int entry) {
    return (entry >> 8) & 15;
  }

  /// That bit.
  static int known1(int entry) {
    return (entry >> 12) & 15;
  }

  /// The length of the code word.
  static int length(int entry) {
    return entry >> 16;
  }
}
