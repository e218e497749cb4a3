package penumbra.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/// The example at the top of each public class of the library compiles, as it stands there. What it
/// takes for given, as `pixels`, is declared in [ExampleNames].
class ClassExamplesTest {
  private static final List<String> MODULES =
      List.of("core", "io", "dicom", "figure", "catalogue", "imaging");
  private static final Pattern EXPORTED =
      Pattern.compile("^\\s*exports ([\\w.]+);", Pattern.MULTILINE);
  private static final Pattern COMMENT =
      Pattern.compile("((?:^///.*\\n)+)(?:^@.*\\n|^ .*\\n|^\\)\\n)*^public ", Pattern.MULTILINE);
  private static final Pattern EXAMPLE =
      Pattern.compile("^/// ```(\\w*)\\n((?:^///.*\\n)*?)^/// ```$", Pattern.MULTILINE);

  /// Whose examples are declarations with parts left out, or the text of an error.
  private static final Set<String> SKETCHES =
      Set.of(
          "Describe",
          "ImageFormat",
          "InvalidInputException",
          "Reference",
          "Summary",
          "UnreadableFileException",
          "UnwritableFileException");

  private static final String IMPORTS =
      """
      import java.awt.image.BufferedImage;
      import java.nio.file.Files;
      import java.nio.file.Path;
      import java.util.Arrays;
      import java.util.List;
      import java.util.Map;
      import java.util.Optional;
      import java.util.OptionalDouble;
      import java.util.OptionalInt;
      import javax.imageio.ImageIO;
      import penumbra.catalogue.*;
      import penumbra.core.*;
      import penumbra.core.display.*;
      import penumbra.core.engine.*;
      import penumbra.core.filter.*;
      import penumbra.core.filter.geometry.*;
      import penumbra.core.filter.intensity.*;
      import penumbra.core.measure.*;
      import penumbra.dicom.*;
      import penumbra.dicom.file.*;
      import penumbra.dicom.grey.*;
      import penumbra.dicom.pixel.*;
      import penumbra.figure.*;
      import penumbra.figure.colour.*;
      import penumbra.figure.render.*;
      import penumbra.imaging.*;
      import penumbra.imaging.recipe.*;
      import penumbra.io.*;
      import penumbra.io.dataset.*;
      import penumbra.io.format.*;
      """;

  @Test
  void everyExampleCompiles() throws IOException {
    List<JavaFileObject> sources = new ArrayList<>();
    sources.add(new Source("ExampleNames", IMPORTS + ExampleNames.shared()));
    for (String module : MODULES) {
      for (Path file : exported(module)) {
        example(file).ifPresent(sources::add);
      }
    }
    assertThat(sources).hasSizeGreaterThan(100);
    assertThat(errors(sources)).isEmpty();
  }

  /// It lies outside of the build: `java bench/PhantomSet.java` compiles it.
  @Test
  void theMakerOfTheMeasuredSetCompiles() throws IOException {
    Path file = ProjectRoot.find().resolve("bench/PhantomSet.java");
    assertThat(errors(List.of(new Source("PhantomSet", Files.readString(file))))).isEmpty();
  }

  private static List<String> errors(List<JavaFileObject> sources) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    var wrong = new DiagnosticCollector<JavaFileObject>();
    List<String> options =
        List.of(
            "-proc:none", "-classpath", System.getProperty("java.class.path"), "-implicit:none");
    // Without a folder for classes: to be analysed is enough.
    ((com.sun.source.util.JavacTask)
            compiler.getTask(new StringWriter(), null, wrong, options, null, sources))
        .analyze();
    return wrong.getDiagnostics().stream()
        .filter(found -> found.getKind() == Diagnostic.Kind.ERROR)
        .map(Object::toString)
        .toList();
  }

  private static List<Path> exported(String module) throws IOException {
    Path sources = ProjectRoot.find().resolve(module + "/src/main/java");
    List<Path> files = new ArrayList<>();
    Matcher exports = EXPORTED.matcher(Files.readString(sources.resolve("module-info.java")));
    while (exports.find()) {
      Path inPackage = sources.resolve(exports.group(1).replace('.', '/'));
      try (Stream<Path> all = Files.list(inPackage)) {
        all.filter(file -> file.toString().endsWith(".java")).sorted().forEach(files::add);
      }
    }
    return files;
  }

  /// The first example in Java of the comment on the file's public class, as a class of its own.
  private static java.util.Optional<JavaFileObject> example(Path file) throws IOException {
    String name = file.getFileName().toString().replace(".java", "");
    String text = Files.readString(file);
    Matcher comment = COMMENT.matcher(text);
    if (SKETCHES.contains(name) || !comment.find()) {
      return java.util.Optional.empty();
    }
    Matcher example = EXAMPLE.matcher(comment.group(1));
    while (example.find()) {
      if (example.group(1).isEmpty()) {
        return java.util.Optional.of(source(name, packageOf(text), example.group(2)));
      }
    }
    return java.util.Optional.empty();
  }

  private static String packageOf(String text) {
    Matcher line = Pattern.compile("^package ([\\w.]+);", Pattern.MULTILINE).matcher(text);
    return line.find() ? line.group(1) : "";
  }

  private static JavaFileObject source(String name, String inPackage, String example) {
    String code = example.replaceAll("(?m)^/// ?", "").strip();
    // What stands for a value is no statement.
    boolean isValue = !code.endsWith(";") && !code.endsWith("}") && !code.contains(";");
    String body = isValue ? "Object value = " + code + "\n;" : code;
    return new Source(
        name + "Example",
        IMPORTS
            + "import "
            + inPackage
            + ".*;\nimport "
            + inPackage
            + "."
            + name
            + ";\nclass "
            + name
            + "Example extends ExampleNames {\n"
            + ExampleNames.of(name)
            + "\nvoid example() throws Exception {\n"
            + body
            + "\n}\n}\n");
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String code;

    Source(String name, String code) {
      super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
      this.code = code;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return code;
    }
  }
}
