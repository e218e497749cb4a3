package penumbra.report.article;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import penumbra.catalogue.Numbers;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.Failure;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;
import penumbra.core.Presentation;
import penumbra.core.Radiograph;
import penumbra.core.filter.intensity.Threshold;
import penumbra.datasets.Attempt;
import penumbra.figure.Figure;
import penumbra.figure.render.FigurePng;
import penumbra.imaging.Folders;
import penumbra.io.ImageFiles;
import penumbra.io.dataset.Dataset;
import penumbra.io.dataset.DatasetImage;
import penumbra.io.format.AtomicFiles;
import penumbra.io.format.FileFailures;
import penumbra.io.format.GreyValues;
import penumbra.io.format.ReadOptions;
import penumbra.io.format.UnreadableFileException;
import penumbra.io.gif.AnimationFrames;
import penumbra.io.gif.Gif;
import penumbra.report.article.ImageFigures.FilterFigures;
import penumbra.report.html.ShellCommand;

/// The article on a folder of radiographs: lists them, filters and measures the first ones, and
/// writes a report with all its numbers and figures.
///
/// ```
/// var request = ArticleRequest.of(Path.of("chest_xray"), Path.of("out"));
/// ArticleResult result = Article.run(request, ArticleListener.SILENT);
/// ```
///
/// It writes into the output folder: `report.html`, which is self-contained, `statistics.json`, the
/// pictures in `figures/`, the first ten images as `first-ten.gif`, and on request every result in
/// `arrays/` as .npy. A file that cannot be read is named and skipped.
///
/// **Source:** "Unveiling the Power of Filters in Medical X-ray Image Processing" and the NumPy
/// tutorial "X-ray image processing", whose code gives the published results.
public final class Article {
  static final String MASKS = "masks";
  static final String ANIMATION = "first-ten";

  /// The figures that [#drawFigure] can draw, in the report's order.
  public static final List<String> FIGURE_NAMES =
      List.of(
          "xray",
          ANIMATION,
          Studies.LAPLACIAN,
          Studies.GRADIENT,
          Studies.SOBEL,
          Studies.SOBEL + "-cmrmap",
          Studies.CANNY,
          Studies.CANNY + "-colormaps",
          "grid",
          "densities",
          MASKS);

  private static final int GRID = 9;
  private static final int ANIMATED = 10;
  private static final int ANIMATION_SIDE = 480;
  private static final double FRAMES_PER_SECOND = 1;
  private static final int FIGURES = 11;

  /// From this number of pixels on, memory holds the arrays of only one figure at a time.
  private static final long LARGE = 6_000_000;

  /// Up to this number of pixels, the studies of the first picture are kept for its figures: about
  /// 50 bytes per pixel.
  private static final long SMALL = 2_000_000;

  private final ArticleRequest request;
  private final Execution execution;
  private final ArticleListener listener;
  private final List<Failure> failures = new ArrayList<>();
  private final List<ImageFigures> figures = new ArrayList<>();
  private final List<NdArray> pictures = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final Map<String, FilterComparison> kept = new HashMap<>();
  private boolean asStored = true;
  private int done;
  private int total;

  private Article(ArticleRequest request, ArticleListener listener) {
    this.request = request;
    this.execution = request.options().execution();
    this.listener = listener;
  }

  /// Runs the article. Throws only if the folder cannot be listed, holds no readable image, or the
  /// output cannot be written.
  public static ArticleResult run(ArticleRequest request, ArticleListener listener)
      throws IOException {
    return new Article(request, listener).run();
  }

  /// Draws one figure of the report into its file, with the same bytes as [#run], and returns the
  /// file.
  ///
  /// @param name one of [#FIGURE_NAMES]
  public static Path drawFigure(ArticleRequest request, String name, ArticleListener listener)
      throws IOException {
    if (!FIGURE_NAMES.contains(name)) {
      throw InvalidInputException.of(
          "the figure",
          "must be one of " + String.join(", ", FIGURE_NAMES),
          "'" + name + "'",
          "choose one of these");
    }
    return new Article(request, listener).drawFigure(name);
  }

  /// Where a figure is written, below the output folder.
  static String fileOf(String name) {
    return name.equals(ANIMATION) ? name + ".gif" : "figures/" + name + ".png";
  }

  private ArticleResult run() throws IOException {
    DataSetFigures dataSet = prepare();
    Map<String, RenderedFigure> plates = render(plans());
    byte[] animation = animation();
    writeResults(dataSet, plates, animation);
    return new ArticleResult(
        request.output().resolve("report.html"),
        figures.size(),
        failures,
        dataSet.set().archives());
  }

  private Path drawFigure(String name) throws IOException {
    prepare();
    Function<Execution, Figure> plan = plans().get(name);
    byte[] picture =
        plan == null ? animation() : FigurePng.render(plan.apply(execution), execution);
    return writeFigure(name, picture);
  }

  /// Reads and measures, and creates the output folder.
  private DataSetFigures prepare() throws IOException {
    Dataset set = Dataset.list(request.input());
    DataSetFigures dataSet = DataSetFigures.of(set, failures);
    if (dataSet.images().isEmpty()) {
      throw InvalidInputException.of(
          "the folder " + request.input(),
          "must hold images, " + ImageFiles.patterns(),
          "without one",
          "name the folder of a data set");
    }
    requireOutside();
    examine(dataSet);
    if (figures.isEmpty()) {
      throw UnreadableFileException.of(
          failures.getFirst().kind(),
          request.input(),
          "must hold an image that can be read",
          "has none in " + Numbers.count(failures.size()),
          "the first: " + failures.getFirst().line());
    }
    Folders.make(request.output());
    return dataSet;
  }

  /// The same rule as that of the request, but with links followed, before the first file is
  /// written.
  private void requireOutside() throws IOException {
    Path output = Folders.requireRoom(request.output());
    ArticleRequest.requireOutside(
        request.input(), request.input().toRealPath(), request.output(), output.toRealPath());
  }

  /// Reads as many images as the report shows, and filters and measures the requested number.
  private void examine(DataSetFigures dataSet) throws IOException {
    int shown = Math.max(request.limit(), ANIMATED);
    List<DatasetImage> images = dataSet.images();
    ReadOptions options = request.options().withValues(GreyValues.MODALITY);
    int expected = Math.min(shown, images.size());
    total = expected + FIGURES;
    for (DatasetImage image : images) {
      if (names.size() == shown) {
        break;
      }
      String name = dataSet.name(image.file());
      step(name);
      switch (Attempt.of(() -> ImageFiles.read(image.file(), options))) {
        case Attempt.Done<Radiograph>(Radiograph read) -> {
          if (names.isEmpty()) {
            asStored = read.presentation().isEmpty();
          }
          take(name, shown(read, execution));
        }
        case Attempt.Failed<Radiograph>(Throwable error) ->
            failures.add(FileFailures.of(image.file(), error));
      }
    }
  }

  /// The picture as its file says that it should be displayed, if that differs from its values: in
  /// 8 bits, like the article's pictures.
  private static Radiograph shown(Radiograph read, Execution execution) {
    if (read.presentation().isEmpty()) {
      return read;
    }
    Presentation presentation = read.presentation().get();
    List<String> steps = new ArrayList<>(read.decodingSteps());
    steps.add(presentation.describe() + " These levels, 0 to 255, are what is filtered.");
    NdArray picture = presentation.show(read.pixels(), DType.UINT8, execution);
    return new Radiograph(picture, read.source(), steps);
  }

  private void take(String name, Radiograph radiograph) throws IOException {
    NdArray pixels = radiograph.pixels();
    names.add(Drawings.shortName(name));
    if (pictures.size() < ANIMATED) {
      pictures.add(pixels);
    }
    if (figures.size() >= request.limit()) {
      return;
    }
    // One study at a time, because its arrays are large.
    List<FilterFigures> filters = new ArrayList<>();
    for (BiFunction<NdArray, Execution, FilterComparison> filter : Studies.ALL) {
      FilterComparison study = filter.apply(pixels, execution);
      filters.add(FilterFigures.of(study, execution));
      if (names.size() == 1 && pixels.size() <= SMALL) {
        kept.put(study.name(), study);
      }
      if (request.arrays()) {
        writeArrays(name, study);
      }
    }
    figures.add(ImageFigures.of(name, radiograph.decodingSteps(), pixels, filters, execution));
    if (request.arrays()) {
      NdArray masked = Threshold.keep(ImageFigures.threshold(pixels)).apply(pixels, execution);
      ImageFiles.write(pixels, arrays(name).resolve("pixels.npy"));
      ImageFiles.write(masked, arrays(name).resolve("mask.npy"));
    }
  }

  private void writeArrays(String name, FilterComparison study) throws IOException {
    Path folder = arrays(name);
    ImageFiles.write(study.published(), folder.resolve(study.name() + "-published.npy"));
    ImageFiles.write(study.corrected(), folder.resolve(study.name() + "-corrected.npy"));
  }

  private Path arrays(String name) throws IOException {
    return Folders.make(request.output().resolve("arrays").resolve(name));
  }

  /// The figures of the report by their names, drawn on the given threads; each study is computed
  /// when its figure is drawn, and discarded after that.
  private Map<String, Function<Execution, Figure>> plans() {
    NdArray first = pictures.getFirst();
    int nine = Math.min(GRID, pictures.size());
    List<ImageFigures> measured = figures.subList(0, Math.min(GRID, figures.size()));
    // A study that is not kept is computed when its figure is drawn, and discarded after that.
    Function<Execution, FilterComparison> laplacian =
        study(Studies.LAPLACIAN, Studies::laplacianOfGaussian, first);
    Function<Execution, FilterComparison> gradient =
        study(Studies.GRADIENT, Studies::gradientMagnitude, first);
    Function<Execution, FilterComparison> sobel = study(Studies.SOBEL, Studies::sobel, first);
    Function<Execution, FilterComparison> canny = study(Studies.CANNY, Studies::canny, first);
    Map<String, Function<Execution, Figure>> plans = new LinkedHashMap<>();
    plans.put("xray", _ -> Drawings.xray(names.getFirst(), first));
    plans.put(Studies.LAPLACIAN, on -> Drawings.laplacian(first, laplacian.apply(on), on));
    plans.put(Studies.GRADIENT, on -> Drawings.gradient(first, gradient.apply(on), on));
    plans.put(Studies.SOBEL, on -> Drawings.sobel(first, sobel.apply(on), on));
    plans.put(Studies.SOBEL + "-cmrmap", on -> Drawings.sobelCmrmap(sobel.apply(on), on));
    plans.put(Studies.CANNY + "-colormaps", on -> Drawings.cannyPublished(canny.apply(on)));
    plans.put(Studies.CANNY, on -> Drawings.canny(first, canny.apply(on), on));
    plans.put(
        "grid",
        _ -> Drawings.grid("Chest radiographs", names.subList(0, nine), pictures.subList(0, nine)));
    plans.put("densities", _ -> Drawings.densities(measured));
    plans.put(MASKS, on -> Drawings.masks(first, on));
    return plans;
  }

  private byte[] animation() {
    step("animation");
    List<NdArray> frames =
        AnimationFrames.fit(
            pictures.stream().limit(ANIMATED).map(Article::toBytes).toList(), ANIMATION_SIDE);
    return Gif.encode(frames, FRAMES_PER_SECOND);
  }

  private Function<Execution, FilterComparison> study(
      String name, BiFunction<NdArray, Execution, FilterComparison> filter, NdArray picture) {
    FilterComparison known = kept.get(name);
    return known == null ? on -> filter.apply(picture, on) : _ -> known;
  }

  /// Renders the figures, in parallel unless pictures are large; the result keeps their order.
  private Map<String, RenderedFigure> render(Map<String, Function<Execution, Figure>> plans) {
    List<String> titles = List.copyOf(plans.keySet());
    List<Function<Execution, Figure>> drawings = List.copyOf(plans.values());
    RenderedFigure[] rendered = new RenderedFigure[titles.size()];
    boolean large = pictures.getFirst().size() > LARGE;
    Execution alone = execution.withThreads(1);
    Execution each = large ? execution : alone;
    (large ? alone : execution)
        .strips(
            titles.size(),
            1,
            (from, to) -> {
              for (int i = from; i < to; i++) {
                step("figure " + titles.get(i));
                rendered[i] = new RenderedFigure(drawings.get(i).apply(each), each);
              }
            });
    Map<String, RenderedFigure> plates = new LinkedHashMap<>();
    for (int i = 0; i < rendered.length; i++) {
      plates.put(titles.get(i), rendered[i]);
    }
    return plates;
  }

  /// Grey levels in 0..255, whatever the type's range.
  private static NdArray toBytes(NdArray pixels) {
    if (pixels.type() == DType.UINT8) {
      return pixels;
    }
    double[] levels = pixels.toDoubles();
    for (int i = 0; i < levels.length; i++) {
      levels[i] = Math.rint(levels[i] * 255 / ImageFigures.white(pixels));
    }
    return NdArray.of(DType.UINT8, levels, pixels.shape());
  }

  private void writeResults(
      DataSetFigures dataSet, Map<String, RenderedFigure> plates, byte[] animation)
      throws IOException {
    for (Map.Entry<String, RenderedFigure> plate : plates.entrySet()) {
      writeFigure(plate.getKey(), plate.getValue().png());
    }
    writeFigure(ANIMATION, animation);
    write("statistics.json", StatisticsFile.text(dataSet, figures));
    ImageFigures first = figures.getFirst();
    String path = ShellCommand.inside(request.input(), first.name());
    FigureCommands commands = new FigureCommands(request, path, asStored, first);
    // Written last, so that a report never names files that do not exist.
    write(
        "report.html",
        new ReportPage(dataSet, figures, plates, animation, commands).render(request.note()));
    listener.progress("done", total, total);
  }

  private Path writeFigure(String name, byte[] picture) throws IOException {
    Path file = request.output().resolve(fileOf(name));
    Folders.make(request.output().resolve("figures"));
    AtomicFiles.write(file, picture);
    return file;
  }

  private void write(String name, String text) throws IOException {
    AtomicFiles.write(request.output().resolve(name), text.getBytes(StandardCharsets.UTF_8));
  }

  private synchronized void step(String what) {
    listener.progress(what, Math.min(done++, total), total);
  }
}
