package penumbra.dicom.pixel;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomException;
import penumbra.dicom.Tags;
import penumbra.dicom.pixel.PixelForm.Content;
import penumbra.dicom.pixel.PixelForm.Layout;

/// What Photometric Interpretation, Samples per Pixel and the length of the pixel data say about
/// the samples of a pixel, and which of them counts where they disagree: the length, if it is
/// native pixel data, else the Photometric Interpretation, until the coded frame itself is looked
/// at.
///
/// @param data the data set
/// @param bitsOfOne the bits of all frames if a pixel has one sample
/// @param nativeBits how many bits of native pixel data there are; empty if it is coded
/// @param odd takes what is odd, as sentences
/// @param content the kind of numbers
record SamplesTold(
    DataSet data, long bitsOfOne, OptionalLong nativeBits, Consumer<String> odd, Content content) {
  private static final long PADDING = 15;

  /// What the samples mean.
  Photometric photometric() throws DicomException {
    OptionalInt samples = data.integer(Tags.SAMPLES_PER_PIXEL);
    Photometric photometric = told(samples);
    boolean agree = samples.isEmpty() || samples.getAsInt() == photometric.samples();
    Photometric settled = agree ? photometric : settled(photometric, samples.getAsInt());
    if (content != Content.INTEGER && settled.isColour()) {
      throw new DicomException(
          "must be grey where its pixels are floating-point numbers",
          "has Photometric Interpretation " + settled.term(),
          "ask its maker to correct it");
    }
    return settled;
  }

  private Photometric told(OptionalInt samples) throws DicomException {
    String text = data.text(Tags.PHOTOMETRIC_INTERPRETATION).orElse("");
    if (text.isEmpty()) {
      Photometric meant = meant(samples);
      odd.accept(
          "There is no Photometric Interpretation (0028,0004); %s is taken."
              .formatted(meant.term()));
      return meant;
    }
    Photometric told = Photometric.of(text);
    if (!told.term().equals(text)) {
      odd.accept(
          "The Photometric Interpretation (0028,0004) is '%s'; read as %s."
              .formatted(text, told.term()));
    }
    return told;
  }

  /// What pixels are that nothing but their number of samples describes.
  private Photometric meant(OptionalInt samples) throws DicomException {
    int count = samples.orElse(fits(3) ? 3 : 1);
    boolean palette = data.has(Tags.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR);
    return count == 1 && palette
        ? Photometric.PALETTE_COLOR
        : Photometric.ofSamples(count).orElseThrow(() -> contradiction(1, count));
  }

  /// The meaning where the interpretation needs another number of samples than there is said to be.
  private Photometric settled(Photometric photometric, int samples) throws DicomException {
    Optional<Photometric> other = Photometric.ofSamples(samples);
    Photometric taken = photometric;
    if (nativeBits.isPresent() && !fits(photometric.samples())) {
      taken = other.filter(_ -> fits(samples)).orElse(taken);
      if (taken == photometric) {
        throw contradiction(photometric.samples(), samples);
      }
    }
    odd.accept(disagreement(photometric, samples) + "; it is read as " + taken.term() + ".");
    return taken;
  }

  private static String disagreement(Photometric photometric, int samples) {
    return "The Photometric Interpretation (0028,0004) is %s, though Samples per Pixel (0028,0002) is %d"
        .formatted(photometric.term(), samples);
  }

  private static DicomException contradiction(int needed, int samples) {
    return new DicomException(
        "must have Samples per Pixel (0028,0002) of " + needed,
        "has " + samples,
        "ask its maker to correct it");
  }

  /// Whether native pixel data is as long as so many samples a pixel need, but for padding.
  private boolean fits(int samples) {
    long surplus = nativeBits.orElse(0) - bitsOfOne * samples;
    return surplus >= 0 && surplus <= PADDING;
  }

  /// How native samples lie.
  Layout layout(Photometric photometric) throws DicomException {
    boolean whole = photometric.hasSparseChroma() && fits(photometric.samples());
    if (whole) {
      odd.accept(
          "The Photometric Interpretation (0028,0004) is %s, though each pixel has its chroma."
              .formatted(photometric.term()));
    }
    if (photometric.halvesChroma() && !whole) {
      return Layout.HALVED_CHROMA;
    }
    int planar = data.integer(Tags.PLANAR_CONFIGURATION).orElse(0);
    if (planar != 0 && planar != 1) {
      throw new DicomException(
          "must have Planar Configuration (0028,0006) from 0 to 1",
          "has " + planar,
          "ask its maker to correct it");
    }
    return planar == 1 ? Layout.PLANES : Layout.PIXELS;
  }
}
