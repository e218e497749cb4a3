package penumbra.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.ModuleAttribute;
import java.lang.constant.ModuleDesc;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginLayerTest {
  private static final ClassLoader OWN = PluginLayer.class.getClassLoader();

  @TempDir private Path folder;

  private Path jar(String name, String entry, byte[] content) throws IOException {
    Path jar = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(jar);
        var zip = new JarOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(content);
      zip.closeEntry();
    }
    return jar;
  }

  /// A jar with nothing but a module of that name, which requires others.
  private Path module(String jar, String name, String... required) throws IOException {
    byte[] info =
        ClassFile.of()
            .buildModule(
                ModuleAttribute.of(
                    ModuleDesc.of(name),
                    module -> {
                      module.requires(ModuleDesc.of("java.base"), 0x8000, null);
                      for (String other : required) {
                        module.requires(ModuleDesc.of(other), 0, null);
                      }
                    }));
    return jar(jar, "module-info.class", info);
  }

  private Path plain(String name) throws IOException {
    return jar(name, "note.txt", name.getBytes(StandardCharsets.UTF_8));
  }

  private static ClassLoader loader(Path... jars) {
    return new PluginLayer(List.of(jars)).loader(OWN);
  }

  @Test
  void aJarWithoutAModuleIsAsOnTheClassPathWhateverItsName() throws IOException {
    ClassLoader loader = loader(plain("3d plug-in!.jar"));
    assertThat(loader.getParent()).isSameAs(OWN);
    assertThat(loader.getResource("note.txt")).isNotNull();
  }

  @Test
  void aModuleGetsAPlainJarThatItRequires() throws IOException {
    // Were it on the class path as well, there would be a loader above that of the modules.
    ClassLoader loader = loader(plain("helper-1.0.jar"), module("a.jar", "a", "helper"));
    assertThat(loader.getParent()).isSameAs(OWN);
    assertThat(loader.getResource("note.txt")).isNotNull();
  }

  @Test
  void whatAModuleMissesIsTold() throws IOException {
    Path jar = module("a.jar", "a", "not.there");
    assertThatThrownBy(() -> loader(jar))
        .hasMessage(
            "each of the plug-ins "
                + jar
                + " must be a module that can be loaded, but is not: Module not.there not found,"
                + " required by a; put a jar that is missing beside them, and a module of the JDK's"
                + " into PENUMBRA_OPTS (--add-modules=NAME), or remove them");
  }

  @Test
  void oneModuleInTwoJarsIsTold() throws IOException {
    Path first = module("first.jar", "a");
    Path second = module("second.jar", "a");
    assertThatThrownBy(() -> loader(first, second))
        .hasMessage(
            "the module a must be in one plug-in only, but is in "
                + first
                + " and in "
                + second
                + "; remove one of the two jars");
  }

  @Test
  void aJarThatIsNoneIsTold() throws IOException {
    Path jar = Files.writeString(folder.resolve("junk.jar"), "junk");
    assertThatThrownBy(() -> loader(jar))
        .hasMessageStartingWith(
            "the plug-in " + jar + " must be a jar that can be loaded, but is not: ")
        .hasMessageEndingWith("; replace or remove it");
  }
}
