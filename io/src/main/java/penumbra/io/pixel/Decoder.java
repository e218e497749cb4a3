package penumbra.io.pixel;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import penumbra.io.format.Inputs;
import penumbra.io.format.ReadingNotes;
import penumbra.io.format.UnreadableFileException;

/// The JDK's decoders, with warnings as errors: they fill the missing part of a damaged picture
/// with grey and only warn.
public final class Decoder {
  private Decoder() {}

  /// The stored samples of a PNG, no colour conversion applied.
  public static Raster png(Path file, byte[] data) throws IOException {
    return decode(file, "png", data, reader -> reader.read(0).getRaster());
  }

  /// The stored samples of a JPEG, its colour space as it is in the file.
  public static Raster jpeg(Path file, byte[] data) throws IOException {
    return decode(file, "jpeg", data, reader -> reader.readRaster(0, null));
  }

  /// The same of a JPEG that may be damaged: libjpeg fills in what is missing, and its first
  /// warning is added to `steps`.
  public static Raster damagedJpeg(Path file, byte[] data, List<String> steps) throws IOException {
    List<String> warnings = new ArrayList<>();
    Raster raster = decode(file, "jpeg", data, warnings::add, reader -> reader.readRaster(0, null));
    if (!warnings.isEmpty()) {
      steps.add(ReadingNotes.of("The decoder says of the damage: " + warnings.getFirst() + "."));
    }
    return raster;
  }

  private interface Step {
    Raster read(ImageReader reader) throws IOException;
  }

  private static Raster decode(Path file, String format, byte[] data, Step step)
      throws IOException {
    List<String> warnings = new ArrayList<>();
    try {
      return decode(file, format, data, warning -> stop(warnings, warning), step);
    } catch (UnreadableFileException broken) {
      Throwable cause = broken.getCause() == null ? broken : broken.getCause();
      throw warnings.isEmpty() ? broken : damaged(file, format, warnings.getFirst(), cause);
    }
  }

  private static Raster decode(
      Path file, String format, byte[] data, Consumer<String> warned, Step step)
      throws IOException {
    ImageReader reader = readerOfTheJdk(format);
    // In memory: ImageIO's own streams would go through a file on disk.
    try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(data))) {
      reader.setInput(input, true, true);
      reader.addIIOReadWarningListener((_, warning) -> warned.accept(warning));
      return step.read(reader);
    } catch (IOException | RuntimeException broken) {
      // The JDK's readers answer some damaged files with IllegalArgumentException and its kin.
      String why = broken.getMessage() == null ? broken.toString() : broken.getMessage();
      throw damaged(file, format, why, broken);
    } finally {
      reader.dispose();
    }
  }

  /// Stops at the first warning; else the rest of a huge picture would be filled with grey for
  /// minutes.
  private static void stop(List<String> warnings, String warning) {
    warnings.add(warning);
    throw new IllegalStateException(warning);
  }

  private static UnreadableFileException damaged(
      Path file, String format, String reason, Throwable cause) {
    String label = format.toUpperCase(Locale.ROOT);
    String rule = "must be a sound " + label;
    String found = "its pixels cannot be decoded (" + reason.lines().findFirst().orElse("") + ")";
    return UnreadableFileException.of(file, rule, found, Inputs.COPY_AGAIN, cause);
  }

  /// Not that of a plug-in on the path: the same file must give the same pixels.
  private static ImageReader readerOfTheJdk(String format) {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
    while (readers.hasNext()) {
      ImageReader reader = readers.next();
      if (reader.getClass().getModule() == ImageIO.class.getModule()) {
        return reader;
      }
    }
    throw new IllegalStateException("this Java runtime has no " + format + " reader");
  }
}
