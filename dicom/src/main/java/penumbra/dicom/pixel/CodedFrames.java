package penumbra.dicom.pixel;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomException;
import penumbra.dicom.Tags;
import penumbra.dicom.TransferSyntax;
import penumbra.dicom.Value.Fragments;
import penumbra.dicom.codec.Codecs;
import penumbra.dicom.codec.CodedHeader;
import penumbra.dicom.codec.FrameCodec;
import penumbra.dicom.codec.frame.FrameDecoder;
import penumbra.dicom.codec.frame.Samples;
import penumbra.dicom.codec.rle.RleDecoder;
import penumbra.dicom.pixel.PixelForm.Content;
import penumbra.io.format.Limits;

/// Frames of compressed pixel data.
///
/// @param data the data set
/// @param syntax what it is said to be written in
/// @param fragments the coded bytes
/// @param form what the data set says of it
/// @param lenient whether frames before a damage are to be found
record CodedFrames(
    DataSet data, TransferSyntax syntax, Fragments fragments, PixelForm form, boolean lenient)
    implements FrameSource {
  /// The same, with the number of frames found out if it is not said.
  CodedFrames counted() {
    return form.frames() > 0
        ? this
        : withFrames(Math.max(1, FrameFragments.count(fragments, extendedTable(), syntax)));
  }

  CodedFrames withFrames(int frames) {
    return new CodedFrames(data, syntax, fragments, form.withFrames(frames), lenient);
  }

  CodedFrames leniently() {
    return new CodedFrames(data, syntax, fragments, form, true);
  }

  /// How many frames there are: those that are told, if each of them can be found.
  long framesThere() {
    try {
      FrameFragments.find(fragments, extendedTable(), syntax, form.frames());
      return form.frames();
    } catch (DicomException fewer) {
      int there = FrameFragments.count(fragments, extendedTable(), syntax);
      boolean whole = FrameFragments.endsWhole(fragments, syntax);
      return whole && there < form.frames() ? there : form.frames();
    }
  }

  private Optional<MemorySegment> extendedTable() {
    return data.bytes(Tags.EXTENDED_OFFSET_TABLE);
  }

  @Override
  public StoredFrame frame(int index, Limits limits, List<String> steps, List<String> odd)
      throws DicomException {
    if (form.content() != Content.INTEGER || form.bitsAllocated() > Integer.SIZE) {
      throw new DicomException(
          "must have whole numbers of up to 32 bits where it is coded",
          "has " + form.bitsAllocated() + " bits in " + form.content().tag(),
          "convert it with another tool first");
    }
    FrameFragments found =
        lenient
            ? FrameFragments.findSome(fragments, extendedTable(), syntax, form.frames())
            : FrameFragments.find(fragments, extendedTable(), syntax, form.frames());
    found.step().ifPresent(steps::add);
    byte[] joined = found.join(fragments, index);
    byte[] coded = FrameFragments.withoutZeros(joined);
    if (coded.length < joined.length) {
      odd.add((joined.length - coded.length) + " zeros stand before the coded frame; left out.");
    }
    FrameCodec kind = FrameCodec.of(coded);
    Optional<CodedHeader> header = CodedHeader.of(coded);
    var colour = new CodedColour(kind, coded, header);
    PixelForm actual = new CodedForm(data, form, odd).of(header, colour);
    PixelData.check(actual, limits);
    Samples samples = decoder(coded, steps, odd).decode(coded, actual.frameForm());
    steps.add(new DecodedAs(kind, samples, actual, syntax).describe());
    if (!kind.suits(syntax) && syntax.isEncapsulated()) {
      odd.add(
          "Coded frames are " + kind.label() + ", not " + syntax.label() + " as the syntax says.");
    }
    int high = samples.bits() > actual.highBit() ? actual.highBit() : actual.bitsStored() - 1;
    high = Math.min(high, Byte.SIZE * samples.bytesPerSample() - 1);
    boolean ybr = colour.isYbr(actual.photometric(), odd::add);
    return new SampleValues(data, actual, steps, odd)
        .of(samples.data(), samples.bytesPerSample(), high, ybr);
  }

  private FrameDecoder decoder(byte[] coded, List<String> steps, List<String> odd)
      throws DicomException {
    FrameDecoder decoder = Codecs.of(syntax, coded);
    return lenient && decoder instanceof RleDecoder
        ? RleDecoder.lenient(missing -> {
          String text = "Took " + missing + " bytes that a segment of RLE lacks to be 0.";
          steps.add(text);
          odd.add(text);
        })
        : decoder;
  }
}
