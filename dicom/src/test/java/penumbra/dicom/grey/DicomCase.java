package penumbra.dicom.grey;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import penumbra.core.NdArray;
import penumbra.dicom.RealFiles;
import penumbra.io.npy.Npy;

/// A file with one fault, and what is right for it.
///
/// @param folder where it lies, with the expected values below it
/// @param name of the file, without its extension
/// @param kind `read`, `odd` (read, and told), `refuse`, or a subject
/// @param tolerance by how many levels display values and decoded colours may differ
/// @param spacing the distances of pixels, where the case is about them
record DicomCase(Path folder, String name, String kind, double tolerance, List<Double> spacing) {
  /// All cases beside the project; the test is skipped where they are missing.
  static List<DicomCase> all() throws IOException {
    Path folder = RealFiles.folder().resolveSibling("cases").resolve("dicom");
    Path expected = folder.resolve("expected.json");
    assumeTrue(Files.exists(expected), "needs ../shared/cases beside the project: " + expected);
    List<DicomCase> cases = new ArrayList<>();
    for (var entry : new ObjectMapper().readTree(expected.toFile()).properties()) {
      JsonNode facts = entry.getValue();
      List<Double> spacing = new ArrayList<>();
      facts.path("spacing").forEach(number -> spacing.add(number.asDouble()));
      cases.add(
          new DicomCase(
              folder,
              entry.getKey(),
              facts.path("kind").asText(),
              facts.path("tol").asDouble(),
              spacing));
    }
    return cases;
  }

  Path file() {
    return folder.resolve(name + ".dcm");
  }

  /// The right values of a step, `stored`, `modality` or `display`, where they are given.
  Optional<NdArray> expected(String step) throws IOException {
    Path file = folder.resolve("expected").resolve(name + "." + step + ".npy");
    return Files.exists(file) ? Optional.of(Npy.read(file)) : Optional.empty();
  }

  boolean mustBeRefused() {
    return kind.equals("refuse");
  }

  boolean mustBeTold() {
    return kind.equals("odd");
  }

  @Override
  public String toString() {
    return name;
  }
}
