package penumbra.dicom.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import penumbra.core.InvalidInputException;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomObject;
import penumbra.dicom.Element;
import penumbra.dicom.Tags;
import penumbra.dicom.TransferSyntax;
import penumbra.dicom.Value.Fragments;
import penumbra.io.format.AtomicFiles;

/// Writes DICOM objects as Part 10 files, in the transfer syntax that the object names.
///
/// ```
/// DicomWriter.write(DicomObject.of(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, data), Path.of("out.dcm"));
/// ```
///
/// The meta header is created from the data set's SOP Class and Instance UIDs, or, if it has none,
/// from the object's own header; nothing else of that header is kept. Values are written unchanged,
/// padded to even lengths. Group lengths, which the standard has retired, are left out. The same
/// object gives the same bytes.
public final class DicomWriter {
  private static final int PREAMBLE = 128;

  private DicomWriter() {}

  /// Writes a file completely or not at all.
  public static void write(DicomObject object, Path file) throws IOException {
    checkPixels(object);
    AtomicFiles.write(file, out -> write(object, out));
  }

  /// Writes into a stream, which is left open.
  public static void write(DicomObject object, OutputStream out) throws IOException {
    checkPixels(object);
    DataSet meta = MetaHeader.of(object);
    out.write(new byte[PREAMBLE]);
    out.write("DICM".getBytes(StandardCharsets.US_ASCII));
    writeMeta(meta, out);
    DataSet data = object.data();
    if (object.syntax() == TransferSyntax.DEFLATED) {
      deflate(data, out);
    } else {
      new ElementWriter(out, Encoding.of(object.syntax())).write(data);
    }
  }

  /// The header with its group length, which [ElementWriter] leaves out.
  private static void writeMeta(DataSet meta, OutputStream out) throws IOException {
    long length = ElementWriter.length(meta, Encoding.EXPLICIT);
    out.write(new byte[] {2, 0, 0, 0, 'U', 'L', 4, 0});
    for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
      out.write((int) (length >>> shift));
    }
    new ElementWriter(out, Encoding.EXPLICIT).write(meta);
  }

  private static void deflate(DataSet data, OutputStream out) throws IOException {
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    try {
      DeflaterOutputStream deflated = new DeflaterOutputStream(out, deflater, 1 << 16);
      new ElementWriter(deflated, Encoding.EXPLICIT).write(data);
      deflated.finish();
      if ((deflater.getBytesWritten() & 1) == 1) {
        out.write(0);
      }
    } finally {
      deflater.end();
    }
  }

  private static void checkPixels(DicomObject object) {
    object
        .data()
        .element(Tags.PIXEL_DATA)
        .ifPresent(pixels -> requireForm(pixels, object.syntax()));
  }

  private static void requireForm(Element pixels, TransferSyntax syntax) {
    boolean coded = syntax.isEncapsulated();
    if (pixels.value() instanceof Fragments != coded) {
      throw InvalidInputException.of(
          "a DICOM object to be written",
          "must have " + (coded ? "coded" : "plain") + " pixel data",
          "transfer syntax " + syntax.label(),
          "decode the pixels, or name the transfer syntax that they are in");
    }
  }
}
