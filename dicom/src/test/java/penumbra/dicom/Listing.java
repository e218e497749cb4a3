package penumbra.dicom;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import penumbra.dicom.file.FileBytes;

/// All elements of a data set, a line each, as conformance/dicom_dumps.py lists them.
public final class Listing {
  private final List<String> lines = new ArrayList<>();

  private Listing() {}

  public static List<String> of(DataSet data) throws DicomException {
    Listing listing = new Listing();
    listing.add("", data);
    return listing.lines;
  }

  static String digest(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  static String digest(List<String> lines) {
    return digest(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
  }

  private void add(String path, DataSet data) throws DicomException {
    for (Element element : data.elements()) {
      String place = path + element.tag();
      lines.add(place + " " + element.vr() + " " + content(data, element));
      int number = 0;
      for (DataSet item : data.items(element.tag())) {
        add(place + "[" + number++ + "].", item);
      }
    }
  }

  private static String content(DataSet data, Element element) throws DicomException {
    return switch (element.value()) {
      case Value.Items(List<DataSet> items) -> String.valueOf(items.size());
      case Value.Fragments(MemorySegment _, List<MemorySegment> fragments) ->
          fragments.stream().map(Listing::digest).collect(Collectors.joining(" "));
      case Value.Bytes(MemorySegment bytes) -> plain(data, element, bytes);
    };
  }

  private static String plain(DataSet data, Element element, MemorySegment bytes)
      throws DicomException {
    return switch (element.vr()) {
      case US, SS, UL, SL, SV, UV, FL, FD -> numbers(data.numbers(element.tag()));
      case AT -> tags(bytes);
      default ->
          element.vr().isText() ? String.join("\\", data.texts(element.tag())) : digest(bytes);
    };
  }

  private static String numbers(double[] values) {
    return Arrays.stream(values)
        .mapToObj(value -> HexFormat.of().toHexDigits(Double.doubleToRawLongBits(value)))
        .collect(Collectors.joining(" "));
  }

  private static String tags(MemorySegment bytes) {
    FileBytes tags = new FileBytes(bytes);
    List<String> found = new ArrayList<>();
    for (long at = 0; at + 4 <= bytes.byteSize(); at += 4) {
      found.add(HexFormat.of().toHexDigits(tags.tag(at, false).value()));
    }
    return String.join(" ", found);
  }

  private static String digest(MemorySegment bytes) {
    return digest(bytes.toArray(ValueLayout.JAVA_BYTE));
  }
}
