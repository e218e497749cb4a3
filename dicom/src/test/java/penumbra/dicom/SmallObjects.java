package penumbra.dicom;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.List;
import penumbra.dicom.file.DicomWriter;

/// Small objects with a bit of everything.
public final class SmallObjects {
  static final int PIXEL_BYTES = 12;

  private SmallObjects() {}

  /// A data set with text, numbers, nested sequences, private elements and plain or coded pixels.
  public static DicomObject of(TransferSyntax syntax) {
    DataSet code =
        DataSet.of(
            Element.ofText(Tags.CODE_VALUE, Vr.SH, "113040"),
            Element.ofText(Tags.CODE_MEANING, Vr.LO, "Жук", StandardCharsets.UTF_8));
    DataSet source =
        DataSet.of(
            Element.ofText(Tags.REFERENCED_SOP_INSTANCE_UID, Vr.UI, "1.2.3"),
            Element.ofItems(Tags.DERIVATION_CODE_SEQUENCE, List.of(code, DataSet.empty())));
    Value pixels =
        syntax.isEncapsulated()
            ? new Value.Fragments(bytes(0), List.of(bytes(4), bytes(2)))
            : new Value.Bytes(bytes(PIXEL_BYTES));
    return DicomObject.of(
        syntax,
        DataSet.of(
            Element.ofText(Tags.SPECIFIC_CHARACTER_SET, Vr.CS, "ISO_IR 192"),
            Element.ofText(Tags.SOP_CLASS_UID, Vr.UI, "1.2.840.10008.5.1.4.1.1.7"),
            Element.ofText(Tags.SOP_INSTANCE_UID, Vr.UI, "2.25.1"),
            Element.ofItems(Tags.SOURCE_IMAGE_SEQUENCE, List.of(source, code)),
            Element.ofText(Tags.PATIENT_NAME, Vr.PN, "Жуков^Пётр", StandardCharsets.UTF_8),
            Element.ofText(Tags.PATIENT_ID, Vr.LO, "P1"),
            Element.ofUnsignedShorts(Tags.ROWS, 2),
            Element.ofUnsignedShorts(Tags.COLUMNS, 3),
            Element.ofUnsignedShorts(Tags.PIXEL_REPRESENTATION, 1),
            Element.ofBytes(Tags.PIXEL_PADDING_VALUE, Vr.SS, new byte[] {-2, -1}),
            Element.ofText(Tags.WINDOW_CENTER, Vr.DS, "40\\-1.5e2"),
            Element.ofText(Tag.of(0x0029, 0x0010), Vr.LO, "MAKER"),
            Element.ofBytes(Tag.of(0x0029, 0x1010), Vr.UN, new byte[] {1, 2, 3, 4}),
            Element.ofBytes(Tag.of(0x0018, 0x9073), Vr.FD, new byte[] {0, 0, 0, 0, 0, 0, -8, 63}),
            new Element(Tags.PIXEL_DATA, syntax.isEncapsulated() ? Vr.OB : Vr.OW, pixels)));
  }

  /// The same as a file.
  public static byte[] bytes(TransferSyntax syntax) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      DicomWriter.write(of(syntax), out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /// A file of explicit elements.
  static byte[] explicit(Bytes data) {
    return Bytes.file(Bytes.EXPLICIT, data);
  }

  private static MemorySegment bytes(int count) {
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) (i + 1);
    }
    return MemorySegment.ofArray(bytes);
  }
}
