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
import java.util.Set;
import penumbra.core.InvalidInputException;
import penumbra.datasets.UnreadableInput;
import penumbra.imaging.recipe.Recipe;
import penumbra.imaging.recipe.RecipeOutput;
import penumbra.io.ImageFiles;
import penumbra.io.archive.Archives;
import penumbra.io.dataset.Dataset;
import penumbra.io.dataset.DatasetImage;
import penumbra.io.dataset.LabelRequest;
import penumbra.io.dataset.LabelUse;
import penumbra.io.dataset.SkippedFiles;

/// The images of a run, and their paths in the tree of results.
///
/// ```
/// Plan plan = Plan.of(List.of(Path.of("chest_xray")), recipe, Path.of("out"));
/// ```
///
/// A single input folder is mirrored. If there are several, each has a folder in the results with
/// its name, and with as many parent folders as are needed to distinguish them. Single files are at
/// the top; those of one name are distinguished by the folders above them.
///
/// @param images in the order of their paths, by UTF-16 code units
/// @param unreadableFolders the folders below the named ones that could not be listed
/// @param masks how many masks beside images are left out
/// @param labels what was taken from label files
/// @param unreadable named inputs that could not be entered, if there are others
/// @param archives archives within the named folders, which are not opened
/// @param skipped the other files in the named folders
public record Plan(
    List<PlannedImage> images,
    List<Path> unreadableFolders,
    int masks,
    List<LabelUse> labels,
    List<UnreadableInput> unreadable,
    List<Path> archives,
    SkippedFiles skipped) {
  public Plan {
    labels = List.copyOf(labels);
    unreadable = List.copyOf(unreadable);
    archives = List.copyOf(archives);
    images = List.copyOf(images);
    unreadableFolders = List.copyOf(unreadableFolders);
  }

  /// The plan for the folders, archives and files `named`. It checks that no two images share a
  /// path or an output, and that no output is an input.
  public static Plan of(List<Path> named, Recipe recipe, Path output) throws IOException {
    return of(named, recipe, output, LabelRequest.BESIDE);
  }

  /// The same with labels from the file that was asked for.
  public static Plan of(List<Path> named, Recipe recipe, Path output, LabelRequest labels)
      throws IOException {
    OutputPlace results = OutputPlace.of(output);
    for (Path name : named) {
      if (Files.isDirectory(name)) {
        results.requireOther(name);
      }
    }
    List<Path> inputs = new ArrayList<>();
    Map<Path, Dataset> sets = new LinkedHashMap<>();
    List<UnreadableInput> unreadable =
        UnreadableInput.among(
            named,
            name -> {
              Path input = Archives.enter(name);
              if (Files.isDirectory(input)) {
                Dataset set = Dataset.list(input, labels);
                requireImages(input, images(set, "", results), set.skipped());
                sets.put(input, set);
              }
              inputs.add(input);
            });
    List<Path> folders = inputs.stream().filter(Files::isDirectory).toList();
    Map<Path, String> prefixes = named.size() == 1 ? Map.of() : InputNames.ofFolders(folders);
    List<PlannedImage> images = new ArrayList<>();
    List<Path> unreadableFolders = new ArrayList<>();
    List<Path> archives = new ArrayList<>();
    List<LabelUse> uses = new ArrayList<>();
    SkippedFiles skipped = SkippedFiles.NONE;
    int masks = 0;
    for (Map.Entry<Path, Dataset> entry : sets.entrySet()) {
      Dataset set = entry.getValue();
      images.addAll(images(set, prefixes.getOrDefault(entry.getKey(), ""), results));
      unreadableFolders.addAll(set.unreadableFolders());
      archives.addAll(set.archives());
      skipped = skipped.and(set.skipped());
      masks += set.masks().size();
      uses.addAll(set.labels());
    }
    Map<Path, String> files =
        names(inputs.stream().filter(input -> !Files.isDirectory(input)).toList(), images);
    Dataset single = Dataset.ofFiles(List.copyOf(files.keySet()), labels);
    for (DatasetImage image : single.images()) {
      images.add(planned(image, files.getOrDefault(image.file(), "")));
    }
    uses.addAll(single.labels());
    LabelUse.requireSome(labels, uses);
    images.sort(Comparator.comparing(PlannedImage::path));
    requireDistinct(images, recipe);
    results.requireNoInput(folders, images, recipe);
    return new Plan(images, unreadableFolders, masks, uses, unreadable, archives, skipped);
  }

  private static void requireImages(Path folder, List<PlannedImage> images, SkippedFiles skipped) {
    if (images.isEmpty()) {
      throw InvalidInputException.of(
          folder.toString(),
          "must hold images, " + ImageFiles.patterns(),
          skipped.count() == 0
              ? "a folder without any"
              : "a folder without any, of " + skipped.describe(),
          "name another folder");
    }
  }

  /// Files in the output folder are results, even if that folder is within the input.
  private static List<PlannedImage> images(Dataset set, String prefix, OutputPlace results)
      throws IOException {
    boolean within = results.isWithin(set.root());
    List<PlannedImage> images = new ArrayList<>();
    for (DatasetImage image : set.images()) {
      if (!within || !results.holds(image.file())) {
        String relative = set.root().relativize(image.file()).toString().replace('\\', '/');
        images.add(planned(image, prefix + relative));
      }
    }
    return images;
  }

  private static PlannedImage planned(DatasetImage image, String path) {
    String split = image.split().name().toLowerCase(Locale.ROOT);
    return new PlannedImage(image.file(), path, split, image.labelText());
  }

  /// The names of single files. One that also lies in a named folder counts once.
  private static Map<Path, String> names(List<Path> files, List<PlannedImage> images) {
    Set<Path> known = new HashSet<>();
    Set<String> taken = new HashSet<>();
    for (PlannedImage image : images) {
      known.add(image.file().toAbsolutePath().normalize());
      taken.add(image.path());
    }
    List<Path> others =
        files.stream().filter(file -> !known.contains(file.toAbsolutePath().normalize())).toList();
    return InputNames.of(others, taken);
  }

  private static void requireDistinct(List<PlannedImage> images, Recipe recipe) {
    Map<String, Path> seen = new HashMap<>();
    Map<Path, Path> outputs = new LinkedHashMap<>();
    for (PlannedImage image : images) {
      Path twin = seen.put(image.path(), image.file());
      if (twin != null) {
        throw InvalidInputException.of(
            "the inputs",
            "must have different names in the tree of results",
            twin + " and " + image.file(),
            "run them into folders of their own");
      }
      for (RecipeOutput output : recipe.outputs()) {
        Path target = output.pathFor(image.relative());
        Path other = outputs.put(target, image.file());
        if (other != null) {
          throw InvalidInputException.of(
              target.toString(),
              "must come from one input",
              "the result of " + other + " and of " + image.file(),
              "write {file} instead of {stem} in the path of output " + output.name());
        }
      }
    }
  }
}
