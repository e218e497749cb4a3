package penumbra.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import penumbra.core.Filter;
import penumbra.core.NdArray;
import penumbra.core.Radiograph;
import penumbra.core.filter.Gaussian;
import penumbra.dicom.Code;
import penumbra.dicom.DicomObject;
import penumbra.dicom.DicomReader;
import penumbra.dicom.DicomWriter;
import penumbra.dicom.derive.Derivation;
import penumbra.dicom.derive.DerivedObject;
import penumbra.dicom.derive.PlainSource;
import penumbra.io.GreyValues;
import penumbra.io.ImageFormat;
import penumbra.io.ReadOptions;

/// Writes results as derived DICOM objects.
///
/// ```
/// var results = new DicomResults(Gaussian.of(2), ReadOptions.standard());
/// results.write(scan, file, result, Path.of("smooth.dcm"));
/// ```
///
/// The recipe in them is the operation's name and all its parameters as JSON on one line, so that
/// two results of one recipe can be told to be such.
///
/// @param filter what made them, one of the [Catalogue]
/// @param options how the sources were read: the values of a file as they are stored, or as they
///   are seen, are not on its modality's scale, and what is made of them neither
public record DicomResults(Filter filter, ReadOptions options) {
  private static final Code GAUSSIAN_BLUR = Code.dcm("113088", "Gaussian blur");
  private static final Code SMOOTHING = Code.dcm("113087", "Smoothing");

  /// Writes what the filter made of `source`, which was read from `file`.
  public void write(Radiograph source, Path file, NdArray result, Path target) throws IOException {
    write(derivation(), source, file, result, target);
  }

  /// Writes what was made, as `derivation` says, of `source`, which was read from `file`.
  public static void write(
      Derivation derivation, Radiograph source, Path file, NdArray result, Path target)
      throws IOException {
    byte[] head = head(file);
    DicomObject object =
        DicomReader.recognises(head)
            ? DerivedObject.of(DicomReader.readHeader(file), result, derivation)
            : DerivedObject.of(new PlainSource(source.spacing(), isJpeg(head)), result, derivation);
    DicomWriter.write(object, target);
  }

  /// How the results were made.
  public Derivation derivation() {
    Operation operation = operation();
    List<Parameter> parameters = operation.parameters();
    String of = options.values().name().toLowerCase(Locale.ROOT);
    String words = parameters.stream().map(DicomResults::words).collect(Collectors.joining(", "));
    Map<String, Object> values = new LinkedHashMap<>();
    parameters.forEach(parameter -> values.put(parameter.name(), parameter.standard()));
    Map<String, Object> recipe = new LinkedHashMap<>();
    recipe.put("operation", operation.name());
    recipe.put("values", of);
    recipe.put("parameters", values);
    return new Derivation(
        operation.name(),
        operation.name() + " of " + of + " values" + (words.isEmpty() ? "" : ": " + words),
        Json.write(recipe).strip().replaceAll("\n *", " "),
        PenumbraVersion.current(),
        filter.keepsGreyLevels() && options.values() == GreyValues.MODALITY,
        code(),
        options.frame());
  }

  /// The catalogue's operation with this filter's own parameters.
  private Operation operation() {
    return Catalogue.operations().stream()
        .filter(known -> known.standard().getClass() == filter.getClass())
        .findFirst()
        .map(known -> Operation.of(known.name(), filter))
        .orElseThrow(() -> new IllegalArgumentException(filter + " is not in the catalogue"));
  }

  private static String words(Parameter parameter) {
    String unit = parameter.unit().isEmpty() ? "" : " " + parameter.unit();
    return parameter.name() + " " + parameter.standard() + unit;
  }

  private Optional<Code> code() {
    if (!filter.keepsGreyLevels()) {
      return Optional.empty();
    }
    return Optional.of(filter instanceof Gaussian ? GAUSSIAN_BLUR : SMOOTHING);
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(ImageFormat.HEAD);
    }
  }

  private static boolean isJpeg(byte[] head) {
    return head.length > 2 && (head[0] & 0xFF) == 0xFF && (head[1] & 0xFF) == 0xD8;
  }
}
