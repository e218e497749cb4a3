package example.dicom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomObject;
import penumbra.dicom.file.DicomReader;
import penumbra.dicom.file.DicomWriter;
import penumbra.dicom.Element;
import penumbra.dicom.Tags;
import penumbra.dicom.TransferSyntax;
import penumbra.dicom.Vr;
import penumbra.io.ImageFiles;

/** Writes an object and reads it back; ImageFiles knows the format too. */
final class Main {
  private Main() {}

  public static void main(String[] arguments) throws IOException {
    DataSet data =
        DataSet.of(
            Element.ofText(Tags.SOP_CLASS_UID, Vr.UI, "1.2.840.10008.5.1.4.1.1.7"),
            Element.ofText(Tags.SOP_INSTANCE_UID, Vr.UI, "2.25.1"),
            Element.ofText(Tags.PATIENT_ID, Vr.LO, "P1"));
    Path file = Files.createTempFile("example", ".dcm");
    DicomWriter.write(DicomObject.of(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, data), file);
    System.out.println(
        DicomReader.read(file).data().text(Tags.PATIENT_ID).orElseThrow()
            + " "
            + ImageFiles.formatOf(file).orElse("unknown"));
    Files.delete(file);
  }
}
