package penumbra.imaging.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import penumbra.catalogue.Catalogue;
import penumbra.catalogue.Numbers;
import penumbra.core.DType;
import penumbra.core.Precision;
import penumbra.imaging.FileFormat;

/// A recipe in words.
public final class RecipeText {
  private RecipeText() {}

  /// Lines for people: what is read, done and written, with every parameter.
  public static List<String> of(Recipe recipe) {
    List<String> lines = new ArrayList<>();
    lines.add(recipe.name() + (recipe.description().isEmpty() ? "" : ": " + recipe.description()));
    lines.add("fingerprint " + recipe.fingerprint());
    lines.add("");
    lines.add("Reads " + input(recipe.input()) + ".");
    if (recipe.precision() == Precision.FAST) {
      lines.add("Computes in single precision where it is quicker.");
    }
    if (!recipe.steps().isEmpty()) {
      lines.add("For all outputs, in this order:");
      recipe.steps().forEach(step -> add(lines, step));
    }
    for (RecipeOutput output : recipe.outputs()) {
      lines.add("");
      lines.add("Output " + output.name() + ":");
      output.steps().forEach(step -> add(lines, step));
      lines.add("  writes " + written(output));
    }
    recipe
        .histogram()
        .ifPresent(taken -> {
          lines.add("");
          lines.add("Takes a histogram of " + histogram(taken) + " of each image as it was read.");
        });
    return lines;
  }

  private static String input(RecipeInput input) {
    StringBuilder text = new StringBuilder();
    text.append(
        switch (input.values()) {
          case STORED -> "grey values as they are stored";
          case MODALITY -> "grey values on the modality's own scale";
          case DISPLAY -> "grey values as the file says to show them";
        });
    input.window().ifPresent(window -> text.append(", through the window ").append(window));
    input.frame().ifPresent(frame -> text.append(", of picture ").append(frame));
    text.append(input.lenient() ? ", including what is left of truncated files" : "");
    text.append(input.strict() ? ", of DICOM files about which nothing is odd" : "");
    text.append(input.inverted() ? ", with light and dark exchanged" : "");
    return text.toString();
  }

  private static void add(List<String> lines, Step step) {
    String parameters =
        step.parameters().stream()
            .map(parameter ->
                parameter.name()
                    + " "
                    + parameter.standard()
                    + (parameter.unit().isEmpty() ? "" : " " + parameter.unit()))
            .collect(Collectors.joining(", "));
    lines.add("  " + step.operation() + (parameters.isEmpty() ? "" : ": " + parameters));
    lines.add("    " + Catalogue.operation(step.operation()).summary());
  }

  private static String written(RecipeOutput output) {
    StringBuilder text = new StringBuilder(output.path()).append('.').append(output.format());
    output.type().map(DType::label).ifPresent(type -> text.append(", ").append(type));
    output.display().colormap().ifPresent(map -> text.append(", in the colours ").append(map));
    output.display().vmin().ifPresent(v -> text.append(", from ").append(Numbers.text(v)));
    output.display().vmax().ifPresent(v -> text.append(", up to ").append(Numbers.text(v)));
    if (output.format() == FileFormat.PNG) {
      text.append(", compression ").append(output.compression().name().toLowerCase(Locale.ROOT));
    }
    return text.toString();
  }

  private static String histogram(RecipeHistogram taken) {
    String bins = Numbers.count(taken.bins()) + (taken.bins() == 1 ? " bin" : " bins");
    return taken.min().isEmpty()
        ? bins
        : bins
            + " from "
            + Numbers.text(taken.min().getAsDouble())
            + " to "
            + Numbers.text(taken.max().orElseThrow());
  }
}
