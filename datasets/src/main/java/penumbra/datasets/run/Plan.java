package penumbra.datasets.run;


import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import penumbra.core.InvalidInputException;
import penumbra.datasets.UnreadableInput;
import penumbra.imaging.recipe.Recipe;
import penumbra.imaging.recipe.RecipeOutput;
import penumbra.io.ImageFiles;
import penumbra.io.archive.Archives;
import penumbra.io.dataset.Dataset;
import penumbra.io.dataset.DatasetImage;
import penumbra.io.dataset.SkippedFiles;

/// The images of a run, and their paths in the tree of results.
///
/// ```
/// Plan plan = Plan.of(List.of(Path.of("chest_xray")), recipe, Path.of("out"));
/// ```
///
/// A single input folder is mirrored. If there are several, each has a folder in the results with
/// its name, and with as many parent folders as are needed to distinguish them. Single files are at
/// the top.
///
/// @param images in the order of their paths, by UTF-16 code units
/// @param unreadableFolders the folders below the named ones that could not be listed
/// @param unreadable named inputs that could not be entered, if there are others
/// @param archives archives within the named folders, which are not opened
/// @param skipped the other files in the named folders
public record Plan(
    List<PlannedImage> images,
    List<Path> unreadableFolders,
    List<UnreadableInput> unreadable,
    List<Path> archives,
    SkippedFiles skipped) {
  public Plan {
    images = List.copyOf(images);
    unreadableFolders = List.copyOf(unreadableFolders);
    unreadable = List.copyOf(unreadable);
    archives = List.copyOf(archives);
  }

  /// The plan for the folders, archives and files `named`. It checks that no two images share a
  /// path or an output, and that no output is an input.
  public static Plan of(List<Path> named, Recipe recipe, Path output) throws IOException {
    List<Path> inputs = new ArrayList<>();
    Map<Path, Dataset> sets = new HashMap<>();
    List<UnreadableInput> unreadable =
        UnreadableInput.among(
            named,
            name -> {
              Path input = Archives.enter(name);
              if (Files.isDirectory(input)) {
                Dataset set = Dataset.list(input);
                requireImages(input, set);
                sets.put(input, set);
              }
              inputs.add(input);
            });
    List<Path> folders = inputs.stream().filter(Files::isDirectory).toList();
    Map<Path, String> prefixes = named.size() == 1 ? Map.of() : InputPrefixes.of(folders);
    List<PlannedImage> images = new ArrayList<>();
    List<Path> unreadableFolders = new ArrayList<>();
    List<Path> archives = new ArrayList<>();
    SkippedFiles skipped = SkippedFiles.NONE;
    for (Path input : inputs) {
      Dataset set = sets.get(input);
      if (set != null) {
        addImages(set, input, prefixes.getOrDefault(input, ""), output, images);
        unreadableFolders.addAll(set.unreadableFolders());
        archives.addAll(set.archives());
        skipped = skipped.and(set.skipped());
      } else {
        String name = Objects.requireNonNullElse(input.getFileName(), input).toString();
        images.add(new PlannedImage(input, name, "none", ""));
      }
    }
    images.sort(Comparator.comparing(PlannedImage::path));
    requireDistinct(images, recipe);
    requireNoInput(images, recipe, output);
    return new Plan(images, unreadableFolders, unreadable, archives, skipped);
  }

  private static void requireImages(Path input, Dataset set) {
    if (set.images().isEmpty()) {
      throw InvalidInputException.of(input.toString(), "must hold images, " + ImageFiles.patterns(), "a folder without any", "name another folder");
    }
  }

  /// Files in the output folder are results, even if that folder is within the input.
  private static void addImages(
      Dataset set, Path root, String prefix, Path output, List<PlannedImage> images) {
    Path results = output.toAbsolutePath().normalize();
    Path top = root.toAbsolutePath().normalize();
    boolean within = results.startsWith(top);
    for (DatasetImage image : set.images()) {
      if (within && image.file().toAbsolutePath().normalize().startsWith(results)) {
        continue;
      }
      String relative = root.relativize(image.file()).toString().replace('\\', '/');
      images.add(
          new PlannedImage(
              image.file(),
              prefix + relative,
              image.split().name().toLowerCase(Locale.ROOT),
              image.label().name()));
    }
  }

  private static void requireDistinct(List<PlannedImage> images, Recipe recipe) {
    Map<String, Path> seen = new HashMap<>();
    Map<Path, Path> outputs = new LinkedHashMap<>();
    for (PlannedImage image : images) {
      Path twin = seen.put(image.path(), image.file());
      if (twin != null) {
        throw InvalidInputException.of("the inputs", "must have different names in the tree of results", twin + " and " + image.file(), "run them into folders of their own");
      }
      for (RecipeOutput output : recipe.outputs()) {
        Path target = output.pathFor(image.relative());
        Path other = outputs.put(target, image.file());
        if (other != null) {
          throw InvalidInputException.of(target.toString(), "must come from one input", "the result of " + other + " and of " + image.file(), "write {file} instead of {stem} in the path of output " + output.name());
        }
      }
    }
  }

  private static void requireNoInput(List<PlannedImage> images, Recipe recipe, Path output)
      throws IOException {
    if (!Files.exists(output)) {
      return;
    }
    Set<Path> inputs = new HashSet<>();
    for (PlannedImage image : images) {
      inputs.add(image.file().toAbsolutePath().normalize());
    }
    Path top = output.toRealPath();
    for (PlannedImage image : images) {
      for (RecipeOutput result : recipe.outputs()) {
        Path target = top.resolve(result.pathFor(image.relative()));
        if (inputs.contains(target)) {
          throw InvalidInputException.of(
              "the output", "must not be an input", target, "write elsewhere");
        }
      }
    }
  }
}
