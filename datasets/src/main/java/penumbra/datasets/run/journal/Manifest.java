package penumbra.datasets.run.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import penumbra.core.Chain;
import penumbra.core.Failure;
import penumbra.core.Filter;
import penumbra.core.GeometricFilter;
import penumbra.core.NdArray;
import penumbra.core.PictureFrame;
import penumbra.core.measure.Histogram;
import penumbra.core.measure.Statistics;
import penumbra.datasets.run.output.OutputRecord;
import penumbra.datasets.table.Column;
import penumbra.datasets.table.Table;
import penumbra.imaging.recipe.Recipe;
import penumbra.imaging.recipe.RecipeOutput;
import penumbra.imaging.recipe.Step;

/// The record of a run, next to its results: one row for each image, as CSV and Parquet.
///
/// Its content does not depend on the time and speed of the run, nor on how often it was stopped.
public final class Manifest {
  public static final String CSV = "manifest.csv";
  public static final String PARQUET = "manifest.parquet";

  private Manifest() {}

  /// Writes both files into the folder of results.
  public static void write(Table.Rows<ImageRecord> images, Recipe recipe, Path output)
      throws IOException {
    Table<ImageRecord> table = table(recipe);
    table.writeCsv(images, output.resolve(CSV));
    table.toParquet(output.resolve(CSV), output.resolve(PARQUET));
  }

  /// The columns.
  public static Table<ImageRecord> table(Recipe recipe) {
    List<Column<ImageRecord>> columns = new ArrayList<>();
    columns.add(Column.text("path", ImageRecord::path));
    columns.add(Column.text("input", ImageRecord::input));
    columns.add(Column.text("split", ImageRecord::split));
    columns.add(Column.text("label", ImageRecord::label));
    columns.add(Column.text("outcome", image -> image.isDone() ? "done" : "failed"));
    columns.add(Column.optionalText("error", ImageRecord::error));
    addFailure(columns);
    columns.add(
        Column.optionalWhole(
            "bytes", image -> Optional.of(image.bytes()).filter(size -> size >= 0)));
    columns.add(Column.optionalText("sha256", ImageRecord::sha256));
    addFacts(columns);
    for (RecipeOutput output : recipe.outputs()) {
      String prefix = output.name().replace('-', '_');
      String name = Character.isDigit(prefix.charAt(0)) ? "_" + prefix : prefix;
      columns.add(Column.optionalText(name + "_file", of(output, OutputRecord::file)));
      columns.add(Column.optionalText(name + "_sha256", of(output, OutputRecord::sha256)));
      addPlace(columns, name, filters(recipe, output));
    }
    columns.add(Column.text("recipe", ImageRecord::fingerprint));
    columns.add(Column.text("version", image -> RunVersion.ofPenumbra(image.version())));
    if (RunVersion.hasPlugins(recipe)) {
      columns.add(Column.text("plugins", image -> RunVersion.ofPlugins(image.version())));
    }
    return new Table<>(columns);
  }

  private static List<Filter> filters(Recipe recipe, RecipeOutput output) {
    return Stream.concat(recipe.steps().stream(), output.steps().stream())
        .map(Step::filter)
        .toList();
  }

  /// The place of the image in a result, if a step moves it, so that annotations can be
  /// transformed.
  private static void addPlace(
      List<Column<ImageRecord>> columns, String name, List<Filter> filters) {
    if (filters.stream().noneMatch(GeometricFilter.class::isInstance)) {
      return;
    }
    Chain chain = new Chain(filters);
    columns.add(Column.optionalNumber(name + "_top", place(chain, PictureFrame::top)));
    columns.add(Column.optionalNumber(name + "_left", place(chain, PictureFrame::left)));
    columns.add(Column.optionalNumber(name + "_height", place(chain, PictureFrame::height)));
    columns.add(Column.optionalNumber(name + "_width", place(chain, PictureFrame::width)));
  }

  private static Function<ImageRecord, Optional<Double>> place(
      Chain chain, Function<PictureFrame, Double> value) {
    return image ->
        image
            .facts()
            .map(InputFacts::shape)
            .filter(shape -> image.isDone() && shape.size() >= 2)
            .map(shape ->
                value.apply(
                    PictureFrame.whole(shape.get(shape.size() - 2), shape.getLast()).after(chain)));
  }

  /// The parts of the error's line, each if present.
  private static void addFailure(List<Column<ImageRecord>> columns) {
    columns.add(Column.optionalText("error_kind", failure(failure -> failure.kind().label())));
    columns.add(Column.optionalText("error_subject", failure(Failure::subject)));
    columns.add(Column.optionalText("error_rule", failure(Failure::rule)));
    columns.add(Column.optionalText("error_found", failure(Failure::found)));
    columns.add(Column.optionalText("error_remedy", failure(Failure::remedy)));
    columns.add(
        Column.optionalWhole(
            "error_offset",
            image -> image.failure().map(Failure::offset).filter(at -> at != Failure.NO_OFFSET)));
  }

  private static Function<ImageRecord, Optional<String>> failure(Function<Failure, String> value) {
    return image -> image.failure().map(value).filter(text -> !text.isEmpty());
  }

  private static void addFacts(List<Column<ImageRecord>> columns) {
    columns.add(
        Column.optionalText(
            "shape",
            fact(facts ->
                NdArray.describe(facts.shape().stream().mapToInt(Integer::intValue).toArray()))));
    columns.add(Column.optionalWhole("height", length(2)));
    columns.add(Column.optionalWhole("width", length(1)));
    columns.add(Column.optionalText("type", fact(facts -> facts.type().label())));
    columns.add(Column.optionalText("decoding", fact(InputFacts::decoding)));
    columns.add(Column.optionalWhole("nan_count", fact(facts -> facts.statistics().nanCount())));
    columns.add(
        Column.optionalWhole("infinite_count", fact(facts -> facts.statistics().infiniteCount())));
    columns.add(Column.optionalNumber("min", figure(Statistics::min)));
    columns.add(Column.optionalNumber("max", figure(Statistics::max)));
    columns.add(Column.optionalNumber("mean", figure(Statistics::mean)));
    columns.add(Column.optionalNumber("median", figure(Statistics::median)));
    columns.add(Column.optionalNumber("standard_deviation", figure(Statistics::standardDeviation)));
    for (int i = 0; i < InputFacts.PERCENT.size(); i++) {
      int at = i;
      columns.add(
          Column.optionalNumber(
              "p" + InputFacts.PERCENT.get(i), fact(facts -> facts.percentiles().get(at))));
    }
    columns.add(Column.optionalNumber("histogram_min", histogram(Histogram::min)));
    columns.add(Column.optionalNumber("histogram_max", histogram(Histogram::max)));
    columns.add(Column.optionalWholes("histogram", histogram(Histogram::counts)));
  }

  private static <T> Function<ImageRecord, Optional<T>> fact(Function<InputFacts, T> value) {
    return image -> image.facts().map(value);
  }

  private static Function<ImageRecord, Optional<Double>> figure(
      Function<Statistics, Double> value) {
    return image -> image.facts().map(InputFacts::statistics).map(value);
  }

  private static <T> Function<ImageRecord, Optional<T>> histogram(Function<Histogram, T> value) {
    return image -> image.facts().flatMap(InputFacts::histogram).map(value);
  }

  /// The length of an axis, counted from the last.
  private static Function<ImageRecord, Optional<Long>> length(int fromLast) {
    return image ->
        image
            .facts()
            .map(InputFacts::shape)
            .filter(shape -> shape.size() >= fromLast)
            .map(shape -> shape.get(shape.size() - fromLast).longValue());
  }

  private static Function<ImageRecord, Optional<String>> of(
      RecipeOutput output, Function<OutputRecord, String> value) {
    return image ->
        image.outputs().stream()
            .filter(written -> written.name().equals(output.name()))
            .findFirst()
            .map(value);
  }
}
