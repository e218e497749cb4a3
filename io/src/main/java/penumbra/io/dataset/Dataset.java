package penumbra.io.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The images below a folder, laid out as Kaggle's chest X-ray set: `train/NORMAL/...`,
/// `test/PNEUMONIA/...`, or any other way.
///
/// ```
/// Dataset set = Dataset.list(Path.of("chest_xray"));
/// int normal = set.count(Split.TRAIN, Label.NORMAL);
/// ```
///
/// An image is a file with the extension of a format that is listed
/// ([penumbra.io.format.ImageFormat#isListed]), in any case: `*.jpg`, `*.jpeg`, `*.jfif`, `*.png`,
/// `*.npy`, `*.tif`, `*.tiff`, `*.nii`, `*.nii.gz`, `*.bmp`, `*.pgm`, `*.ppm`, `*.pbm`, `*.pnm`,
/// and those of other modules, such as `*.dcm`. The folder may be an archive
/// ([penumbra.io.archive.Archives]); archives that lie in it are listed separately and not entered.
/// In a folder without such names, files without an extension (or with one of digits) are looked
/// into: DICOM is often called `IM000001`. Hidden files and folders and `__MACOSX` are ignored,
/// links are followed, but not in circles. Names decide, from the innermost folder outwards and in
/// any case: the split is that of a folder `train`, `val` or `test`, or of another word for these
/// (`Training`, `valid`, `dev`, ...); the label that of a folder `NORMAL` or `PNEUMONIA`,
/// otherwise, inside a split, of the folder that the image lies in. Folders of patients, studies
/// and `images` name no class. If the listed folder itself is a class or a split (`train/NORMAL`),
/// it counts as well.
///
/// If folders do not give a split, a label or a patient, label files beside the images do, if their
/// columns are those of a known set ([LabelRequest]). In a folder of masks with one of images
/// beside it (`COVID/masks`, `COVID/images`), files are listed as masks, not as images.
///
/// Kaggle's archive contains a second copy of itself. An image is such a **nested copy** if there
/// is one with its split, label, file name and bytes higher up. It is listed separately and not
/// counted.
///
/// @param root the listed folder
/// @param images the images, by relative path with `/` between the names, in the order of UTF-16
///   code units
/// @param nestedCopies the files that were left out as nested copies, in the same order
/// @param archives the `.zip`, `.tar`, `.tar.gz` and `.tgz` files below the root, in the same order
/// @param unreadableFolders the folders below the root that could not be listed, in the same order
/// @param masks the masks beside images, in the same order
/// @param labels what was taken from label files
/// @param skipped the other files, by kind and number; without hidden ones
public record Dataset(
    Path root,
    List<DatasetImage> images,
    List<Path> nestedCopies,
    List<Path> archives,
    List<Path> unreadableFolders,
    List<Path> masks,
    List<LabelUse> labels,
    SkippedFiles skipped) {
  public Dataset {
    images = List.copyOf(images);
    nestedCopies = List.copyOf(nestedCopies);
    archives = List.copyOf(archives);
    unreadableFolders = List.copyOf(unreadableFolders);
    masks = List.copyOf(masks);
    labels = List.copyOf(labels);
  }

  /// Lists the images below `folder`; there may be none.
  public static Dataset list(Path folder) throws IOException {
    return list(folder, LabelRequest.BESIDE);
  }

  /// The same with labels from the file that was asked for.
  public static Dataset list(Path folder, LabelRequest labels) throws IOException {
    return DatasetWalk.list(folder, labels);
  }

  /// Single files, of which only a label file that was asked for tells anything.
  public static Dataset ofFiles(List<Path> files, LabelRequest request) throws IOException {
    var labels =
        new ImageLabels(
            request, request.file().isEmpty() ? List.of() : new LabelFiles(request).read());
    List<DatasetImage> images =
        files.stream()
            .map(file -> labels.label(new DatasetImage(file, Split.NONE, Label.NONE), 1))
            .toList();
    return new Dataset(
        Path.of(""),
        images,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        labels.uses(),
        SkippedFiles.NONE);
  }

  /// How many images show each finding, if a label file tells findings.
  public SortedMap<String, Integer> findings() {
    SortedMap<String, Integer> counts = new TreeMap<>();
    images.forEach(image -> image.findings().forEach(name -> counts.merge(name, 1, Integer::sum)));
    return counts;
  }

  /// The images and the masks as files, in the order of the images.
  public List<Path> files() {
    return Stream.concat(images.stream().map(DatasetImage::file), masks.stream())
        .sorted(Comparator.comparing(file -> root.relativize(file).toString().replace('\\', '/')))
        .toList();
  }

  /// The number of images of each label in each split, without zeros.
  public Map<Split, SortedMap<Label, Integer>> counts() {
    Map<Split, SortedMap<Label, Integer>> counts = new EnumMap<>(Split.class);
    for (DatasetImage image : images) {
      counts
          .computeIfAbsent(image.split(), _ -> new TreeMap<>())
          .merge(image.label(), 1, Integer::sum);
    }
    return counts;
  }

  /// How many images of `label` are in `split`.
  public int count(Split split, Label label) {
    return Math.toIntExact(
        images.stream()
            .filter(image -> image.split() == split && image.label().equals(label))
            .count());
  }
}
