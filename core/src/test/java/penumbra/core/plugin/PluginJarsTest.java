package penumbra.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginJarsTest {
  @TempDir private Path temporary;
  private Path folder;

  @BeforeEach
  void knowTheFolderByItsTrueName() throws IOException {
    folder = temporary.toRealPath();
  }

  private Path file(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.createFile(file);
  }

  private static String list(Object... places) {
    return String.join(File.pathSeparator, List.of(places).stream().map(Object::toString).toList());
  }

  @Test
  void nothingNamedIsNoJar() {
    assertThat(PluginJars.of("")).isEmpty();
  }

  @Test
  void ofAFolderTheJarsCountInTheOrderOfTheirNames() throws IOException {
    Path late = file("jars/z.jar");
    Path early = file("jars/a.JAR");
    file("jars/notes.txt");
    file("jars/deeper/b.jar");
    assertThat(PluginJars.of(list(folder.resolve("jars")))).containsExactly(early, late);
  }

  @Test
  void eachJarCountsOnceInTheOrderOfTheList() throws IOException {
    Path first = file("first.jar");
    Path second = file("jars/second.jar");
    String list = list(first, folder.resolve("jars"), "", folder.resolve("jars/../first.jar"));
    assertThat(PluginJars.of(list)).containsExactly(first, second);
  }

  @Test
  void whatIsNoJarIsTold() throws IOException {
    Path picture = file("scan.png");
    assertThatThrownBy(() -> PluginJars.of(list(picture)))
        .hasMessage(
            "a place of plug-ins must be a jar or a folder of jars, but is "
                + picture
                + "; correct PENUMBRA_PLUGINS");
    Path nowhere = folder.resolve("nowhere");
    assertThatThrownBy(() -> PluginJars.of(list(nowhere)))
        .hasMessage(
            "a place of plug-ins must be a jar or a folder of jars, but is "
                + nowhere
                + ", which is not there; correct PENUMBRA_PLUGINS");
  }
}
