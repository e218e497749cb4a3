package penumbra.dicom.pixel;

import java.util.List;
import java.util.Optional;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomException;
import penumbra.dicom.Tags;
import penumbra.dicom.codec.CodedHeader;

/// Holds what a data set says of a coded frame against the frame's own header. Where they disagree
/// a little, the frame counts.
///
/// @param data the data set
/// @param form what it says, as it was read
/// @param odd takes what disagrees, a sentence each
record CodedForm(DataSet data, PixelForm form, List<String> odd) {
  /// By how many rows or columns the two may differ: coders fill up blocks of 8 or 16.
  private static final int NEAR = 16;

  /// The form of a frame.
  PixelForm of(Optional<CodedHeader> header, CodedColour colour) throws DicomException {
    return header.isPresent()
        ? withBits(withSamples(withSize(form, header.get()), header.get(), colour), header.get())
        : form;
  }

  private PixelForm withSize(PixelForm told, CodedHeader header) {
    int rows = header.rows() == 0 ? told.rows() : header.rows();
    int columns = header.columns();
    boolean same = rows == told.rows() && columns == told.columns();
    boolean near =
        Math.abs(rows - told.rows()) <= NEAR && Math.abs(columns - told.columns()) <= NEAR;
    boolean turned = rows == told.columns() && columns == told.rows();
    if (same || (!near && !turned) || rows < 1 || columns < 1) {
      return told;
    }
    odd.add(
        "The coded frame has %d x %d pixels, though Rows and Columns are %d x %d; the frame counts."
            .formatted(rows, columns, told.rows(), told.columns()));
    return told.withSize(rows, columns);
  }

  /// One or three samples, as the frame has them; luma and chroma are what is usual in lossy JPEG.
  private PixelForm withSamples(PixelForm told, CodedHeader header, CodedColour colour)
      throws DicomException {
    int components = header.components();
    boolean agree = components == told.photometric().samples();
    boolean said = data.text(Tags.PHOTOMETRIC_INTERPRETATION).isPresent();
    if ((agree && (said || components == 1)) || (components != 1 && components != 3)) {
      return told;
    }
    Photometric taken = components == 1 ? Photometric.MONOCHROME2 : colour.usual();
    if (taken == told.photometric()) {
      return told;
    }
    odd.add(
        "The coded frame has %s a pixel, though the data set says %s; it is read as %s."
            .formatted(
                components == 1 ? "1 sample" : components + " samples",
                said ? told.photometric().term() : "nothing",
                taken.term()));
    return told.withSamples(taken);
  }

  /// More bits than are allocated, or those of the frame where Bits Stored cannot be.
  private PixelForm withBits(PixelForm told, CodedHeader header) throws DicomException {
    int stored = data.integer(Tags.BITS_STORED).orElse(told.bitsStored());
    boolean impossible = stored < 1 || stored > told.bitsPacked();
    if (header.bits() <= told.bitsAllocated() && !impossible) {
      return told;
    }
    if (header.bits() < 1 || header.bits() > Integer.SIZE) {
      return told;
    }
    odd.add(
        "The coded frame has %d bits a sample, though %d are stored of %d; the frame counts."
            .formatted(header.bits(), stored, told.bitsPacked()));
    return told.withBits(header.bits());
  }
}
