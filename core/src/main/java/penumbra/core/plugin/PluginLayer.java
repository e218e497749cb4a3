package penumbra.core.plugin;

import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.module.ResolutionException;
import java.lang.module.ResolvedModule;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import penumbra.core.InvalidInputException;

/// Makes a class loader of jars: those that are modules, and those that they require, become
/// modules in a layer above Penumbra's; the others are as on the class path, and see the modules.
final class PluginLayer {
  private final Map<String, Path> modules = new LinkedHashMap<>();
  private final List<Path> plain = new ArrayList<>();

  PluginLayer(List<Path> jars) {
    for (Path jar : jars) {
      if (isModular(jar)) {
        addModule(jar);
      } else {
        plain.add(jar);
      }
    }
  }

  private static boolean isModular(Path jar) {
    try (var file = new JarFile(jar.toFile(), false, ZipFile.OPEN_READ, JarFile.runtimeVersion())) {
      return file.getJarEntry("module-info.class") != null;
    } catch (IOException e) {
      throw broken(jar, String.valueOf(e.getMessage()));
    }
  }

  private void addModule(Path jar) {
    String name = reference(jar).descriptor().name();
    Path other = modules.put(name, jar);
    if (other != null) {
      throw InvalidInputException.of(
          "the module " + name,
          "must be in one plug-in only",
          "in " + other + " and in " + jar,
          "remove one of the two jars");
    }
  }

  private static ModuleReference reference(Path jar) {
    try {
      return ModuleFinder.of(jar).findAll().iterator().next();
    } catch (FindException e) {
      throw broken(jar, String.valueOf(e.getMessage()));
    }
  }

  private static InvalidInputException broken(Path jar, String why) {
    return InvalidInputException.of(
        "the plug-in " + jar,
        "must be a jar that can be loaded",
        "not: " + why,
        "replace or remove it");
  }

  /// @param own the class loader of Penumbra
  ClassLoader loader(ClassLoader own) {
    ClassLoader ofModules = modules.isEmpty() ? own : layer(own);
    return plain.isEmpty() ? ofModules : new URLClassLoader(urls(), ofModules);
  }

  private ClassLoader layer(ClassLoader own) {
    ModuleLayer below = PluginLayer.class.getModule().getLayer();
    if (below == null) {
      throw broken(
          modules.values().iterator().next(),
          "it is a module, and Penumbra is on the class path; put Penumbra on the module path, or"
              + " that jar on the class path");
    }
    try {
      Configuration resolved =
          below.configuration().resolve(ModuleFinder.of(), finder(), modules.keySet());
      plain.removeAll(required(resolved));
      return below
          .defineModulesWithOneLoader(resolved, own)
          .findLoader(modules.keySet().iterator().next());
    } catch (FindException | ResolutionException | LayerInstantiationException e) {
      throw InvalidInputException.of(
          "each of the plug-ins " + list(),
          "must be a module that can be loaded",
          "not: " + e.getMessage(),
          "put a jar that is missing beside them, and a module of the JDK's into PENUMBRA_OPTS"
              + " (--add-modules=NAME), or remove them");
    }
  }

  private String list() {
    return modules.values().stream().map(Path::toString).collect(Collectors.joining(", "));
  }

  /// Finds the modules, and jars that may be required by them though they have no `module-info`.
  private ModuleFinder finder() {
    List<ModuleFinder> finders = new ArrayList<>();
    modules.values().forEach(jar -> finders.add(ModuleFinder.of(jar)));
    for (Path jar : plain) {
      ModuleFinder finder = ModuleFinder.of(jar);
      try {
        finder.findAll();
        finders.add(finder);
      } catch (FindException noName) {
        // Nobody can require a module for which the jar gives no name.
      }
    }
    return ModuleFinder.compose(finders.toArray(ModuleFinder[]::new));
  }

  private static Set<Path> required(Configuration resolved) {
    return resolved.modules().stream()
        .map(ResolvedModule::reference)
        .map(ModuleReference::location)
        .flatMap(Optional::stream)
        .map(Path::of)
        .collect(Collectors.toSet());
  }

  private URL[] urls() {
    return plain.stream().map(PluginLayer::url).toArray(URL[]::new);
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw broken(jar, String.valueOf(e.getMessage()));
    }
  }
}
