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
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
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

  private DatasetWalk(Path root) {
    this.root = root;
  }

  static Dataset list(Path named) throws IOException {
    Path root = Archives.enter(named);
    if (!Files.exists(root)) {
      throw UnreadableFileException.of(root, "must exist", "is missing", "check the path");
    }
    if (!Files.isDirectory(root)) {
      throw UnreadableFileException.of(
          root, "must be a folder", "is a file", "name the folder it lies in");
    }
    var walk = new DatasetWalk(root);
    Files.walkFileTree(root, Set.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, walk);
    return walk.dataset();
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    boolean skip = !folder.equals(root) && isPassedOver(folder);
    return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
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
    List<DatasetImage> all = files.stream().map(this::classify).toList();
    Set<Path> copies = copies(all);
    return new Dataset(
        root,
        all.stream().filter(image -> !copies.contains(image.file())).toList(),
        files.stream().filter(copies::contains).toList(),
        archives,
        unreadable,
        new SkippedFiles(skipped));
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
    folders.removeLast();
    folders.addAll(0, ownFolders());
    Split split = Split.NONE;
    Label label = Label.NONE;
    for (String folder : folders) {
      Split named = splitNamed(folder);
      split = named == null ? split : named;
      Label known = Label.ofFolder(folder);
      label = known.isKnown() ? known : label;
    }
    boolean inside = split != Split.NONE && splitNamed(folders.getLast()) == null;
    if (label.equals(Label.NONE) && inside) {
      label = Label.ofFolder(folders.getLast());
    }
    return new DatasetImage(file, split, label);
  }

  /// The root's own name if it is a class or a split, and the split that a class lies in.
  private List<String> ownFolders() {
    List<String> path = names(root.toAbsolutePath().normalize());
    List<String> own = new ArrayList<>();
    if (!path.isEmpty() && Label.ofFolder(path.getLast()).isKnown()) {
      own.addFirst(path.removeLast());
    }
    if (!path.isEmpty() && splitNamed(path.getLast()) != null) {
      own.addFirst(path.getLast());
    }
    return own;
  }

  private static @Nullable Split splitNamed(String folder) {
    return switch (folder.toLowerCase(Locale.ROOT)) {
      case "train" -> Split.TRAIN;
      case "val" -> Split.VAL;
      case "test" -> Split.TEST;
      default -> null;
    };
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
