package penumbra.core.plugin;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The jars of others that bring services: operations and file formats. The system property
/// `penumbra.plugins` names jars, and folders of jars, with the separator of paths between them.
///
/// ```
/// for (ImageFormat format : ServiceLoader.load(ImageFormat.class, Plugins.loader())) { ... }
/// ```
///
/// They are loaded when services are first asked for, so that programs which ask for none start as
/// fast with them, and are not stopped by a jar that is broken. A jar with a `module-info` is
/// loaded as a module; any other as on the class path, where `META-INF/services` tells what it
/// brings.
public final class Plugins {
  private static final String OWN = "penumbra.";
  private static final String PROPERTY = "penumbra.plugins";

  private static volatile @Nullable ClassLoader loader;

  private Plugins() {}

  /// The class loader that finds Penumbra's own services and those of these jars. Who asks next
  /// after a failure gets it again.
  ///
  /// @throws penumbra.core.InvalidInputException where a jar cannot be loaded
  public static ClassLoader loader() {
    ClassLoader known = loader;
    return known == null ? load() : known;
  }

  private static synchronized ClassLoader load() {
    ClassLoader known = loader;
    if (known == null) {
      List<Path> jars = PluginJars.of(System.getProperty(PROPERTY, ""));
      ClassLoader own = Plugins.class.getClassLoader();
      known = jars.isEmpty() ? own : new PluginLayer(jars).loader(own);
      loader = known;
    }
    return known;
  }

  /// The jar that a class of somebody else was loaded from; empty for Penumbra's own classes, and
  /// for those in folders.
  public static Optional<Path> jarOf(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    if (type.getPackageName().startsWith(OWN) || source == null || source.getLocation() == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(source.getLocation().toURI())).filter(Files::isRegularFile);
    } catch (URISyntaxException
        | IllegalArgumentException
        | java.nio.file.FileSystemNotFoundException e) {
      return Optional.empty();
    }
  }

  /// A class and its jar, for messages: `example.Sharpen in /home/ada/sharpen.jar`.
  public static String origin(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      return type.getName();
    }
    try {
      return type.getName() + " in " + Path.of(source.getLocation().toURI());
    } catch (URISyntaxException
        | IllegalArgumentException
        | java.nio.file.FileSystemNotFoundException e) {
      return type.getName() + " in " + source.getLocation();
    }
  }
}
