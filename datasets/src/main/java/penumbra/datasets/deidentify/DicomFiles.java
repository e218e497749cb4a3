package penumbra.datasets.deidentify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import penumbra.core.InvalidInputException;
import penumbra.dicom.file.DicomReader;
import penumbra.io.archive.Archives;
import penumbra.io.format.ImageFormat;

/// The DICOM files that a command line names. In folders, the content decides which files are
/// DICOM, since many have no file extension. Archives count as folders.
///
/// @param files in the order in which they were named; those of a folder are sorted by path
/// @param others the number of other files in the folders
/// @param unreadable files and folders in the named ones that could not be listed or read
public record DicomFiles(List<Path> files, int others, List<Path> unreadable) {
  public DicomFiles {
    files = List.copyOf(files);
    unreadable = List.copyOf(unreadable);
  }

  /// The DICOM files for `named`.
  public static DicomFiles of(List<Path> named) throws IOException {
    List<Path> files = new ArrayList<>();
    List<Path> unreadable = new ArrayList<>();
    int others = 0;
    for (Path name : named) {
      Path path = Archives.enter(name);
      if (!Files.isDirectory(path)) {
        files.add(path);
        continue;
      }
      int before = files.size();
      for (Path file : below(path, unreadable)) {
        switch (kind(file)) {
          case DICOM -> files.add(file);
          case OTHER -> others++;
          case UNREADABLE -> unreadable.add(file);
        }
      }
      if (files.size() <= before) {
        throw InvalidInputException.of(
            path.toString(),
            "must hold DICOM files",
            "a folder without any",
            "name another folder, or single files");
      }
    }
    return new DicomFiles(files, others, unreadable);
  }

  private enum Kind {
    DICOM,
    OTHER,
    UNREADABLE
  }

  private static Kind kind(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return DicomReader.recognises(in.readNBytes(ImageFormat.HEAD)) ? Kind.DICOM : Kind.OTHER;
    } catch (IOException e) {
      return Kind.UNREADABLE; // it is reported to the user with the folders that cannot be listed
    }
  }

  private static List<Path> below(Path folder, List<Path> unreadable) throws IOException {
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (Files.isRegularFile(file)) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException error) {
            unreadable.add(file);
            return FileVisitResult.CONTINUE;
          }
        });
    found.sort(null);
    return found;
  }
}
