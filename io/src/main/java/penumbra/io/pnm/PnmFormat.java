package penumbra.io.pnm;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import penumbra.core.GreyScale;
import penumbra.core.NdArray;
import penumbra.core.Radiograph;
import penumbra.io.format.ImageFormat;
import penumbra.io.format.ImageSource;
import penumbra.io.format.Inputs;
import penumbra.io.format.OutputVariant;
import penumbra.io.format.ReadOptions;
import penumbra.io.format.ReadingNotes;
import penumbra.io.format.UnreadableFileException;
import penumbra.io.format.WriteOptions;
import penumbra.io.pixel.FrameChoice;
import penumbra.io.pixel.GreyPixels;

/// PGM, PPM and PBM, written by [Pnm]. Reads text (P1, P2, P3) and binary (P4, P5, P6), with
/// comments. Values are kept, as `UINT8` up to a maximum of 255, as `UINT16` above; the bits of
/// PBM, where 1 is black, become 0 and 255. If a file has several pictures, the first is read.
public final class PnmFormat implements ImageFormat {
  /// For the registry of formats.
  public PnmFormat() {}

  @Override
  public String label() {
    return "PNM";
  }

  @Override
  public List<String> extensions() {
    return List.of("pgm", "ppm", "pbm", "pnm");
  }

  @Override
  public boolean recognises(byte[] head) {
    return head.length > 2
        && head[0] == 'P'
        && head[1] >= '1'
        && head[1] <= '6'
        && (head[2] == '#' || PnmScanner.isSpace(head[2]));
  }

  @Override
  public Radiograph read(ImageSource source, ReadOptions options) throws IOException {
    Path file = source.path();
    var in = new PnmScanner(file, source.bytes(), options.lenient());
    int kind = in.kind();
    boolean bits = kind % 3 == 1;
    boolean colour = kind % 3 == 0;
    int width = in.number();
    int height = in.number();
    int most = bits ? 1 : in.number();
    if (most < 1 || most > 65535) {
      throw UnreadableFileException.of(
          file, "must have a largest value of 1 to 65535", "has " + most, Inputs.COPY_AGAIN);
    }
    options.limits().check(file, height, width, colour ? 3 : 1);
    List<String> steps = new ArrayList<>();
    steps.add(
        String.format(
            Locale.ROOT,
            "Decoded PNM (P%d), %d x %d pixels (height x width), %s.",
            kind,
            height,
            width,
            bits ? "1-bit, where 1 is black" : (colour ? "RGB" : "grey") + " up to " + most));
    if (kind > 3) {
      in.startSamples();
    }
    in.requireRoom(height, width, kind, most);
    var grey = new GreyPixels(height, width, most > 255 ? 16 : 8, options.colours() && colour);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int at = y * width + x;
        if (bits) {
          grey.put(at, in.bit(kind, x) == 1 ? 0 : 255);
        } else if (colour) {
          grey.put(at, in.sample(kind, most), in.sample(kind, most), in.sample(kind, most));
        } else {
          grey.put(at, in.sample(kind, most));
        }
      }
    }
    if (in.missing() > 0) {
      steps.add(ReadingNotes.of("The file ends early; filled with 0 what is missing."));
    }
    if (colour) {
      grey.tellColour(steps);
    }
    NdArray pixels = FrameChoice.of(file, grey.toArray(), options, steps);
    // Programs write 65535 for whatever has 16 bits, be it of 12.
    boolean says = !bits && most < 65535;
    Optional<GreyScale> scale = says ? Optional.of(new GreyScale(0, most)) : Optional.empty();
    return new Radiograph(pixels, file.toString(), steps).withScale(scale);
  }

  @Override
  public List<OutputVariant> written() {
    return List.of(
        new OutputVariant(List.of("pgm", "ppm"), OutputVariant.Depth.SIXTEEN_BITS, false));
  }

  @Override
  public Optional<String> write(
      Radiograph image, OutputVariant form, WriteOptions options, OutputStream out)
      throws IOException {
    Pnm.write(image.pixels(), out);
    return Optional.empty();
  }
}
