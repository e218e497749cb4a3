package penumbra.dicom.grey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import penumbra.core.DType;
import penumbra.core.NdArray;
import penumbra.io.format.ReadOptions;

/// Every case of a faulty file gives the values that it should, is told as odd where it should be,
/// or is refused in one line.
class DicomCasesTest {
  @Test
  void everyCaseIsReadAsItShouldBe() throws IOException {
    Map<String, String> wrong = new TreeMap<>();
    List<DicomCase> cases = DicomCase.all();
    for (DicomCase one : cases) {
      fault(one).ifPresent(fault -> wrong.put(one.name(), fault));
    }
    StringBuilder table = new StringBuilder();
    for (DicomCase one : cases) {
      String verdict = wrong.getOrDefault(one.name(), "right");
      table.append(String.format("%-60s %s%n", one.name(), verdict));
    }
    assertThat(cases).hasSizeGreaterThan(50);
    assertThat(wrong).as("%s", table).isEmpty();
  }

  /// What is wrong about a case.
  private static Optional<String> fault(DicomCase one) throws IOException {
    DicomImage image;
    try {
      image = DicomFormat.image(one.file(), ReadOptions.standard().withFrame(1));
    } catch (IOException refused) {
      return one.mustBeRefused() ? badLine(refused) : Optional.of("refused: " + refused);
    }
    List<String> told = new ArrayList<>(image.object().notes());
    told.addAll(image.odd());
    if (one.mustBeRefused()) {
      // A picture with a part that is told to be missing is an answer too.
      return told.isEmpty() || one.expected("stored").isEmpty()
          ? Optional.of("read without a word")
          : Optional.empty();
    }
    if (one.mustBeTold() && told.isEmpty()) {
      return Optional.of("not told to be odd");
    }
    if (!one.spacing().isEmpty()
        && !image.spacing().map(Spacing::axes).orElse(List.of()).equals(one.spacing())) {
      return Optional.of("spacing " + image.spacing());
    }
    double rounding = image.decoded().colour() ? one.tolerance() : 0;
    return difference(one, "stored", image.stored(), rounding)
        .or(() -> difference(one, "modality", image.modality(), 1e-6))
        .or(() -> difference(one, "display", image.display(DType.UINT8), one.tolerance()));
  }

  private static Optional<String> badLine(IOException refused) {
    String line = String.valueOf(refused.getMessage());
    return line.contains("\n") || !line.contains(", but ")
        ? Optional.of("not one clear line: " + line)
        : Optional.empty();
  }

  private static Optional<String> difference(
      DicomCase one, String step, NdArray found, double tolerance) {
    Optional<NdArray> right;
    try {
      right = one.expected(step);
    } catch (IOException unreadable) {
      return Optional.of("expected values: " + unreadable);
    }
    if (right.isEmpty()) {
      return Optional.empty();
    }
    if (!List.of(box(found.shape())).equals(List.of(box(right.get().shape())))) {
      return Optional.of(step + " has another shape, " + found);
    }
    double[] values = found.toDoubles();
    double[] wanted = right.get().toDoubles();
    double most = 0;
    for (int i = 0; i < values.length; i++) {
      most = Math.max(most, Math.abs(values[i] - wanted[i]));
    }
    return most > tolerance ? Optional.of(step + " differs by " + most) : Optional.empty();
  }

  private static Integer[] box(int[] shape) {
    return java.util.Arrays.stream(shape).boxed().toArray(Integer[]::new);
  }
}
