package penumbra.core.plugin;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import penumbra.core.InvalidInputException;

/// The jars that a list of jars and folders names.
final class PluginJars {
  private static final String ENDING = ".jar";

  private PluginJars() {}

  /// In the order of the list, those of a folder in the order of their names; each once.
  static List<Path> of(String list) {
    Set<Path> jars = new LinkedHashSet<>();
    for (String place : list.split(File.pathSeparator, -1)) {
      if (!place.isEmpty()) {
        jars.addAll(in(place));
      }
    }
    return List.copyOf(jars);
  }

  private static List<Path> in(String place) {
    try {
      Path path = Path.of(place).toRealPath();
      if (Files.isDirectory(path)) {
        return inFolder(path);
      }
      InvalidInputException.require(
          isJar(path),
          "a place of plug-ins",
          "must be a jar or a folder of jars",
          path,
          "correct PENUMBRA_PLUGINS");
      return List.of(path);
    } catch (java.nio.file.NoSuchFileException e) {
      throw unreadable(place, "which is not there");
    } catch (IOException | InvalidPathException e) {
      throw unreadable(place, "which cannot be read: " + e.getMessage());
    }
  }

  private static InvalidInputException unreadable(String place, String why) {
    return InvalidInputException.of(
        "a place of plug-ins",
        "must be a jar or a folder of jars",
        place + ", " + why,
        "correct PENUMBRA_PLUGINS");
  }

  private static List<Path> inFolder(Path folder) throws IOException {
    List<Path> jars = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(PluginJars::isJar).sorted().toList()) {
        jars.add(file.toRealPath());
      }
    }
    return jars;
  }

  private static boolean isJar(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(ENDING) && Files.isRegularFile(file);
  }
}
