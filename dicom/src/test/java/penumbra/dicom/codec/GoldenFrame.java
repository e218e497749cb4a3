package penumbra.dicom.codec;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import penumbra.dicom.codec.frame.FrameForm;
import penumbra.dicom.codec.frame.Samples;

/// A coded frame of another program, and the digest of the samples it holds.
/// `conformance/golden_frames.py` writes them.
public final class GoldenFrame {
  private final String title;
  private final FrameForm form;
  private final byte[] coded;
  private final String digest;

  private GoldenFrame(String title, FrameForm form, byte[] coded, String digest) {
    this.title = title;
    this.form = form;
    this.coded = coded;
    this.digest = digest;
  }

  /// The frames of `name.tsv` and `name.bin`.
  public static List<GoldenFrame> all(String name) throws IOException {
    byte[] frames = resource(name + ".bin");
    List<GoldenFrame> all = new ArrayList<>();
    int at = 0;
    for (String line : lines(name)) {
      String[] words = line.split("\t");
      int length = Integer.parseInt(words[6]);
      byte[] coded = Arrays.copyOfRange(frames, at, at + length);
      all.add(new GoldenFrame(line, form(words), coded, words[7]));
      at += length;
    }
    return all;
  }

  static List<String> lines(String name) throws IOException {
    return new String(resource(name + ".tsv"), StandardCharsets.UTF_8).lines().toList();
  }

  /// The form that stands in the words of a line, behind the first.
  public static FrameForm form(String[] words) {
    int[] n = Arrays.stream(words, 1, 6).mapToInt(Integer::parseInt).toArray();
    return new FrameForm(n[0], n[1], n[2], n[3], n[4], false);
  }

  public FrameForm form() {
    return form;
  }

  /// The frame's bytes, which the caller may change.
  public byte[] coded() {
    return coded.clone();
  }

  /// The SHA-256 of the samples, its first 16 bytes.
  String digest() {
    return digest;
  }

  static String digest(Samples samples) {
    try {
      byte[] bytes = samples.data().toArray(ValueLayout.JAVA_BYTE);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return title;
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = GoldenFrame.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("no resource " + name);
      }
      return in.readAllBytes();
    }
  }
}
