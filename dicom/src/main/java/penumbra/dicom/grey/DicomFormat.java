package penumbra.dicom.grey;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import penumbra.core.Radiograph;
import penumbra.dicom.DicomException;
import penumbra.dicom.DicomReader;
import penumbra.dicom.Vr;
import penumbra.io.ImageFormat;
import penumbra.io.ReadOptions;
import penumbra.io.UnreadableFileException;

/// DICOM, for all who read pictures through [penumbra.io.ImageFiles].
///
/// ```
/// Radiograph ct = ImageFiles.read(Path.of("CT_small.dcm"));  // Hounsfield units
/// ```
public final class DicomFormat implements ImageFormat {
  private static final int PREAMBLE = 128;
  private static final String MARK = "DICM";
  private static final int HEADER = 8;

  /// The longest value that a bare data set plausibly begins with.
  private static final int LONGEST = 1 << 16;

  /// The format, as the service loader makes it.
  public DicomFormat() {}

  @Override
  public String label() {
    return "DICOM";
  }

  @Override
  public List<String> extensions() {
    return List.of("dcm", "dicom", "dic", "ima");
  }

  /// Whether the file has DICOM's mark behind a preamble, or begins as a data set without one does:
  /// with an element of the group 0002 or 0008, and another one behind it.
  @Override
  public boolean recognises(byte[] head) {
    if (head.length >= PREAMBLE + MARK.length()) {
      boolean marked = true;
      for (int i = 0; i < MARK.length(); i++) {
        marked &= head[PREAMBLE + i] == MARK.charAt(i);
      }
      if (marked) {
        return true;
      }
    }
    return beginsDataSet(head, false) || beginsDataSet(head, true);
  }

  private static boolean beginsDataSet(byte[] head, boolean bigEndian) {
    if (head.length < HEADER) {
      return false;
    }
    int group = number(head, 0, 2, bigEndian);
    int element = number(head, 2, 2, bigEndian);
    if (group != 0x0002 && group != 0x0008) {
      return false;
    }
    boolean explicit = namesVr(head);
    if (!explicit && bigEndian) {
      return false;
    }
    int length = explicit ? number(head, 6, 2, bigEndian) : number(head, 4, 4, bigEndian);
    if (length < 0 || length > LONGEST || length % 2 != 0) {
      return false;
    }
    int next = HEADER + length;
    if (next + HEADER > head.length) {
      return explicit || next > HEADER;
    }
    int nextGroup = number(head, next, 2, bigEndian);
    int nextElement = number(head, next + 2, 2, bigEndian);
    return nextGroup == group ? nextElement > element : nextGroup == 0x0008;
  }

  private static boolean namesVr(byte[] head) {
    String letters = new String(head, 4, 2, StandardCharsets.ISO_8859_1);
    return Arrays.stream(Vr.values()).anyMatch(vr -> vr.name().equals(letters));
  }

  private static int number(byte[] bytes, int at, int length, boolean bigEndian) {
    int value = 0;
    for (int i = 0; i < length; i++) {
      int place = bigEndian ? at + i : at + length - 1 - i;
      value = value << Byte.SIZE | bytes[place] & 0xFF;
    }
    return value;
  }

  /// Whether `file` is there and begins as DICOM does.
  public static boolean isDicom(Path file) throws IOException {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return new DicomFormat().recognises(in.readNBytes(HEAD));
    }
  }

  @Override
  public Radiograph read(Path file, ReadOptions options) throws IOException {
    return image(file, options).radiograph(file.toString(), options.values());
  }

  /// The frame of `file` that `options` ask for.
  public static DicomImage image(Path file, ReadOptions options) throws IOException {
    try {
      return DicomImage.of(DicomReader.read(file, options.lenient()), options);
    } catch (DicomException wrong) {
      throw unreadable(file, wrong);
    }
  }

  /// The error with the file's name.
  static UnreadableFileException unreadable(Path file, DicomException wrong) {
    return UnreadableFileException.of(file, wrong.rule(), wrong.found(), wrong.remedy(), wrong);
  }
}
