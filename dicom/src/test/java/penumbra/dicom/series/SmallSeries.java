package penumbra.dicom.series;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import penumbra.dicom.DataSet;
import penumbra.dicom.DataSetBuilder;
import penumbra.dicom.DicomObject;
import penumbra.dicom.Element;
import penumbra.dicom.Tag;
import penumbra.dicom.Tags;
import penumbra.dicom.TransferSyntax;
import penumbra.dicom.Vr;
import penumbra.dicom.file.DicomWriter;
import penumbra.io.format.Limits;

/// Writes small series of axial CT slices, each of 2 x 3 pixels with its number in all of them.
final class SmallSeries {
  private final Path folder;

  SmallSeries(Path folder) {
    this.folder = folder;
  }

  /// A slice, `z` millimetres towards the head.
  void slice(String name, int number, double z, Element... more) throws IOException {
    slice(name, number, 0, z, more);
  }

  /// A slice, also `x` millimetres to the left.
  void slice(String name, int number, double x, double z, Element... more) throws IOException {
    write(
        name,
        plain(number)
            .with(
                DataSet.of(
                    Element.ofText(
                        Tags.IMAGE_POSITION_PATIENT,
                        Vr.DS,
                        String.format(Locale.ROOT, "%s\\0\\%s", x, z)),
                    Element.ofText(Tags.IMAGE_ORIENTATION_PATIENT, Vr.DS, "1\\0\\0\\0\\1\\0")))
            .with(DataSet.of(more)));
  }

  /// A picture that does not say where it lies.
  void placeless(String name, int number, Element... more) throws IOException {
    write(name, plain(number).with(DataSet.of(more)));
  }

  static Element text(Tag tag, Vr vr, String text) {
    return Element.ofText(tag, vr, text);
  }

  private static DataSet plain(int number) {
    return new DataSetBuilder()
        .text(Tags.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.2")
        .text(Tags.SOP_INSTANCE_UID, "2.25.1." + number)
        .text(Tags.SERIES_INSTANCE_UID, "2.25.2")
        .text(Tags.SERIES_NUMBER, "2")
        .text(Tags.INSTANCE_NUMBER, Integer.toString(number))
        .text(Tags.MODALITY, "CT")
        .text(Tags.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
        .text(Tags.PIXEL_SPACING, "0.5\\0.25")
        .shorts(Tags.SAMPLES_PER_PIXEL, 1)
        .shorts(Tags.ROWS, 2)
        .shorts(Tags.COLUMNS, 3)
        .shorts(Tags.BITS_ALLOCATED, 8)
        .shorts(Tags.BITS_STORED, 8)
        .shorts(Tags.HIGH_BIT, 7)
        .shorts(Tags.PIXEL_REPRESENTATION, 0)
        .add(Element.ofBytes(Tags.PIXEL_DATA, Vr.OB, pixels(number)))
        .build();
  }

  private static byte[] pixels(int number) {
    byte[] pixels = new byte[6];
    java.util.Arrays.fill(pixels, (byte) number);
    return pixels;
  }

  private void write(String name, DataSet data) throws IOException {
    DicomWriter.write(
        DicomObject.of(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, data), folder.resolve(name));
  }

  /// All series of the folder.
  List<Series> all() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return Series.in(
          folder,
          files.sorted().toList(),
          Limits.standard(),
          wrong -> {
            throw wrong;
          });
    }
  }

  /// The folder's only series.
  Series only() throws IOException {
    List<Series> all = all();
    if (all.size() != 1) {
      throw new AssertionError(all.stream().map(Series::describe).toList());
    }
    return all.getFirst();
  }
}
