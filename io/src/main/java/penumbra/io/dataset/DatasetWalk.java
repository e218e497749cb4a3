package penumbra.io.dataset;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import penumbra.io.ImageFormats;
import penumbra.io.archive.Archives;
import penumbra.io.format.ImageFormat;
import penumbra.io.format.UnreadableFileException;

/// Finds the images below a folder and separates nested copies from originals.
final class DatasetWalk extends SimpleFileVisitor<Path> {
  /// The index of a DICOM medium, which holds no image.
  private static final String INDEX = "DICOMDIR";

  private static final Pattern ARCHIVE =
      Pattern.compile("[.](zip|tar|tgz|tar[.]gz)$", Pattern.CASE_INSENSITIVE);

  private final Path root;
  private final List<Path> files = new ArrayList<>();
  private final List<Path> nameless = new ArrayList<>();
  private final Map<Path, Long> sizes = new HashMap<>();
  private final List<Path> archives = new ArrayList<>();
  private final List<Path> unreadable = new ArrayList<>();
  private final SortedMap<String, Integer> skipped = new TreeMap<>();

  /// The folders that hold a folder of masks, and those that hold one of images.
  private final Set<Path> aboveMasks = new HashSet<>();

  private final Set<Path> aboveImages = new HashSet<>();
  private final LabelRequest request;
  private final LabelFiles labelFiles;

  private DatasetWalk(Path root, LabelRequest request) {
    this.root = root;
    this.request = request;
    this.labelFiles = new LabelFiles(request);
  }

  static Dataset list(Path named, LabelRequest request) throws IOException {
    Path root = Archives.enter(named);
    if (!Files.exists(root)) {
      throw UnreadableFileException.of(root, "must exist", "is missing", "check the path");
    }
    if (!Files.isDirectory(root)) {
      throw UnreadableFileException.of(
          root, "must be a folder", "is a file", "name the folder it lies in");
    }
    var walk = new DatasetWalk(root, request);
    Files.walkFileTree(root, Set.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, walk);
    return walk.dataset();
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    boolean skip = !folder.equals(root) && isPassedOver(folder);
    if (!skip && !folder.equals(root)) {
      noteKind(folder);
    }
    return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
  }

  private void noteKind(Path folder) {
    String name = String.valueOf(folder.getFileName());
    if (ImagesBesideMasks.isMasks(name)) {
      aboveMasks.add(above(folder));
    } else if (ImagesBesideMasks.isImages(name)) {
      aboveImages.add(above(folder));
    }
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (attributes.isRegularFile() && !isPassedOver(file)) {
      labelFiles.offer(file);
    }
    if (isImage(file) && attributes.isRegularFile() && !isPassedOver(file)) {
      files.add(file);
      sizes.put(file, attributes.size());
    } else if (attributes.isRegularFile() && saysNothing(file) && !isPassedOver(file)) {
      nameless.add(file);
      sizes.put(file, attributes.size());
    } else if (ARCHIVE.matcher(file.toString()).find() && !isPassedOver(file)) {
      archives.add(file);
    } else if (attributes.isRegularFile() && !isPassedOver(file) && !isIndex(file)) {
      skip(file);
    }
    return FileVisitResult.CONTINUE;
  }

  /// Whether the name has no extension, or one of digits only: DICOM files are often called
  /// `IM000001` or `1.2.840.113619.2.1`.
  private static boolean saysNothing(Path file) {
    String name = String.valueOf(file.getFileName());
    String end = name.substring(name.lastIndexOf('.') + 1);
    return !isIndex(file) && (!name.contains(".") || end.matches("[0-9]*"));
  }

  private static boolean isIndex(Path file) {
    return String.valueOf(file.getFileName()).equals(INDEX);
  }

  private void skip(Path file) {
    skipped.merge(SkippedFiles.kind(String.valueOf(file.getFileName())), 1, Integer::sum);
  }

  /// Adds the files that only their first bytes identify as images.
  private void lookInside() {
    for (Path file : nameless) {
      if (ImageFormats.list().begins(file)) {
        files.add(file);
      } else {
        skip(file);
      }
    }
  }

  private static boolean isImage(Path file) {
    return ImageFormats.list().named(file.toString()).filter(ImageFormat::isListed).isPresent();
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
    if (file.equals(root)) {
      throw UnreadableFileException.of(
          root, "must be readable", "the system denies it", "check its permissions", failure);
    }
    if (!(failure instanceof FileSystemLoopException) && !isPassedOver(file)) {
      unreadable.add(file);
    }
    return FileVisitResult.CONTINUE;
  }

  private static boolean isPassedOver(Path path) {
    String name = String.valueOf(path.getFileName());
    return name.startsWith(".") || name.equals("__MACOSX");
  }

  private Dataset dataset() throws IOException {
    lookInside();
    Comparator<Path> byName = Comparator.comparing(this::relativeName);
    files.sort(byName);
    archives.sort(byName);
    unreadable.sort(byName);
    List<Path> masks = files.stream().filter(this::isMask).toList();
    List<DatasetImage> all =
        files.stream().filter(file -> !isMask(file)).map(this::classify).toList();
    Set<Path> copies = copies(all);
    var labels = new ImageLabels(request, labelFiles.read());
    return new Dataset(
        root,
        all.stream()
            .filter(image -> !copies.contains(image.file()))
            .map(image -> labels.label(image, depth(image.file())))
            .toList(),
        files.stream().filter(copies::contains).toList(),
        archives,
        unreadable,
        masks,
        labels.uses(),
        new SkippedFiles(skipped));
  }

  private int depth(Path file) {
    return root.relativize(file).getNameCount();
  }

  /// Whether the file lies in a folder of masks that has one of images beside it.
  private boolean isMask(Path file) {
    Path folder = above(file);
    return !folder.equals(root)
        && ImagesBesideMasks.isMasks(String.valueOf(folder.getFileName()))
        && aboveImages.contains(above(folder));
  }

  private boolean isBesideMasks(Path file) {
    Path folder = above(file);
    return !folder.equals(root)
        && ImagesBesideMasks.isImages(String.valueOf(folder.getFileName()))
        && aboveMasks.contains(above(folder));
  }

  private Path above(Path path) {
    return Objects.requireNonNullElse(path.getParent(), root);
  }

  private String relativeName(Path file) {
    return String.join("/", names(root.relativize(file)));
  }

  private static List<String> names(Path path) {
    List<String> names = new ArrayList<>();
    path.forEach(name -> names.add(name.toString()));
    return names;
  }

  private DatasetImage classify(Path file) {
    List<String> folders = names(root.relativize(file));
    String path = String.join("/", folders);
    folders.removeLast();
    folders.addAll(0, ownFolders());
    var place = new ImagePlace(folders, isBesideMasks(file));
    return new DatasetImage(
        file, place.split(), Layout.labelOf(place), List.of(), PatientNames.of(path));
  }

  /// The root's own name if it is a class or a split, and the split that a class lies in.
  private List<String> ownFolders() {
    List<String> path = names(root.toAbsolutePath().normalize());
    List<String> own = new ArrayList<>();
    if (!path.isEmpty() && Label.ofFolder(path.getLast()).isKnown()) {
      own.addFirst(path.removeLast());
    }
    if (!path.isEmpty() && SplitNames.ofWord(path.getLast()).isPresent()) {
      own.addFirst(path.getLast());
    }
    return own;
  }

  /// Files that are deeper than another one with the same split, label, name and bytes.
  private Set<Path> copies(List<DatasetImage> images) throws IOException {
    List<DatasetImage> fromTheTop = new ArrayList<>(images);
    fromTheTop.sort(Comparator.comparingInt(image -> image.file().getNameCount()));
    Map<List<Object>, List<Path>> alike = new HashMap<>();
    for (DatasetImage image : fromTheTop) {
      Path file = image.file();
      // With the size, so that thousands of folders that each hold an image.png do not all meet.
      List<Object> key =
          List.of(
              image.split(),
              image.label(),
              String.valueOf(file.getFileName()),
              Objects.requireNonNull(sizes.get(file)));
      alike.computeIfAbsent(key, _ -> new ArrayList<>()).add(file);
    }
    Set<Path> copies = new HashSet<>();
    for (List<Path> files : alike.values()) {
      copies.addAll(NestedCopies.among(files));
    }
    return copies;
  }
}
