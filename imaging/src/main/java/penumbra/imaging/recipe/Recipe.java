package penumbra.imaging.recipe;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import penumbra.core.Chain;
import penumbra.core.Execution;
import penumbra.core.InvalidInputException;
import penumbra.core.Precision;
import penumbra.core.Radiograph;
import penumbra.imaging.Derivations;
import penumbra.imaging.Json;
import penumbra.imaging.job.ImageJob;

/// The operations to apply to every image of a set, and the files to write.
///
/// ```yaml
/// penumbra: 1
/// name: edges
/// input: {values: display}
/// steps:
///   - gaussian: {sigma: 1}
/// outputs:
///   - name: sobel
///     steps: [sobel-magnitude]
///     format: png
/// ```
///
/// Two recipes that do the same have the same [#fingerprint], however they are written: it covers
/// every parameter, including defaults, but not the name, the description or comments.
///
/// A recipe needs no files: [#apply] applies it to an image in memory.
///
/// ```
/// Radiograph scan = new Radiograph(NdArray.ofFloat32(values, 512, 512), "scan", List.of());
/// RecipeResult edges = recipe.apply(scan).getFirst();
/// NdArray magnitude = edges.values().pixels();
/// NdArray picture = edges.shown().picture();
/// ```
///
/// @param name in kebab-case
/// @param description one line
/// @param input how images are read
/// @param precision the precision of filters
/// @param steps the operations that come first, for all outputs
/// @param outputs the files written for each image
/// @param histogram the histogram of each image, if requested
public record Recipe(
    String name,
    String description,
    RecipeInput input,
    Precision precision,
    List<Step> steps,
    List<RecipeOutput> outputs,
    Optional<RecipeHistogram> histogram) {
  /// The version of the format.
  public static final int FORMAT = 1;

  private static final int FINGERPRINT_BYTES = 8;

  public Recipe {
    steps = List.copyOf(steps);
    outputs = List.copyOf(outputs);
    Set<Path> paths = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (RecipeOutput output : outputs) {
      if (!names.add(output.name())) {
        throw InvalidInputException.of(
            "the name of an output",
            "must differ from that of every other output",
            "'" + output.name() + "'",
            "rename one of them");
      }
      if (!paths.add(output.pathFor(Path.of("folder", "image.png")))) {
        throw InvalidInputException.of(
            "the path of output " + output.name(),
            "must differ from that of every other output",
            "'" + output.path() + "'",
            "put {name} into it");
      }
    }
  }

  /// Reads and checks a recipe in YAML or JSON. The first mistake is thrown; [RecipeCheck] returns
  /// all.
  public static Recipe read(Path file) throws IOException {
    return RecipeCheck.of(file).recipeOrThrow();
  }

  /// Applies the recipe to an image in memory, on all cores.
  public List<RecipeResult> apply(Radiograph image) {
    return apply(image, Execution.allCores());
  }

  /// Applies the recipe to an image in memory: one result for each output, in order. A run writes
  /// the same results to its files for the same image; this method writes nothing.
  ///
  /// The image must hold the grey values that the recipe's input requests, as
  /// `ImageFiles.read(file, recipe.input().options())` reads them; only `invert` is applied here.
  /// Its spacing is used if steps have lengths in millimetres, and its presentation if results are
  /// shown as pictures.
  ///
  /// @param execution the number of threads; the recipe has its own precision
  public List<RecipeResult> apply(Radiograph image, Execution execution) {
    List<RecipeResult> results = new ArrayList<>();
    ImageJob job = job();
    job.make(
        job.oriented(image),
        execution.withPrecision(precision),
        (number, result) ->
            results.add(
                new RecipeResult(outputs.get(number), result.made().image(), result.shown())));
    return results;
  }

  /// The job for many images. The caller sets the recipe's [#precision].
  public ImageJob job() {
    return ImageJob.of(
            input.options(),
            input.inverted(),
            StepChain.of(steps),
            outputs.stream().map(RecipeOutput::job).toList())
        .onScale(input.range());
  }

  /// What files that tell of their values cannot tell of its results, in a sentence to be said
  /// before work starts; empty if there is no such output, or all is known.
  public Optional<String> unknown() {
    return outputs.stream()
        .filter(output -> output.format().needsOrigin())
        .map(output -> Stream.concat(steps.stream(), output.steps().stream()).toList())
        .filter(all -> !all.isEmpty())
        .map(all -> Derivations.unknown(new Chain(all.stream().map(Step::filter).toList())))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /// 16 hexadecimal digits of the SHA-256 over what the recipe does.
  public String fingerprint() {
    try {
      byte[] text = Json.write(work()).getBytes(StandardCharsets.UTF_8);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
      return HexFormat.of().formatHex(hash, 0, FINGERPRINT_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// The recipe with every parameter written out; itself a recipe with the same fingerprint.
  public Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("penumbra", FORMAT);
    json.put("name", name);
    json.put("description", description);
    json.putAll(work());
    return json;
  }

  private Map<String, Object> work() {
    Map<String, Object> work = new LinkedHashMap<>();
    work.put("input", input.toJson());
    if (precision != Precision.EXACT) {
      work.put("precision", precision.name().toLowerCase(Locale.ROOT));
    }
    work.put("steps", steps.stream().map(Step::toJson).toList());
    work.put("outputs", outputs.stream().map(RecipeOutput::toJson).toList());
    histogram.ifPresent(taken -> work.put("histogram", taken.toJson()));
    return work;
  }
}
