package penumbra.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every public type, constructor and method of an exported package has a comment. Those that say
/// what they are by their nature need none: methods that override, the checks of a record, and
/// constants, which have the names that a standard or the field gives them.
///
/// Links that lead nowhere are the compiler's: `-Xdoclint` stands in the build.
class DocumentedApiTest {
  private static final Pattern EXPORTED =
      Pattern.compile("^\\s*exports ([\\w.]+);", Pattern.MULTILINE);

  /// The folders of sources that have a module, each with its main classes.
  static List<Path> modules() throws IOException {
    try (Stream<Path> folders = Files.list(ProjectRoot.find())) {
      return folders
          .map(folder -> folder.resolve("src/main/java"))
          .filter(sources -> Files.exists(sources.resolve("module-info.java")))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("modules")
  void whatOthersMayUseIsDocumented(Path sources) throws IOException {
    List<Path> files = exported(sources);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> bare = new ArrayList<>();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      if (!files.isEmpty()) {
        JavacTask task =
            (JavacTask)
                compiler.getTask(
                    null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
        for (CompilationUnitTree unit : task.parse()) {
          new Comments(DocTrees.instance(task), bare).scan(unit, null);
        }
      }
    }
    assertThat(bare).as("public, exported and without a comment").isEmpty();
  }

  private static List<Path> exported(Path sources) throws IOException {
    List<Path> files = new ArrayList<>();
    String module = Files.readString(sources.resolve("module-info.java"));
    for (String name : EXPORTED.matcher(module).results().map(found -> found.group(1)).toList()) {
      try (Stream<Path> inPackage = Files.list(sources.resolve(name.replace('.', '/')))) {
        inPackage.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
      }
    }
    return files;
  }

  /// Collects what has no comment, from the outside in; what is not public hides what lies in it.
  private static final class Comments extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final DocTrees docs;
    private final List<String> bare;

    Comments(DocTrees docs, List<String> bare) {
      this.docs = docs;
      this.bare = bare;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
      if (!isPublic(type.getModifiers())) {
        return null;
      }
      check(type.getSimpleName().toString());
      return super.visitClass(type, null);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
      boolean overrides =
          method.getModifiers().getAnnotations().stream()
              .anyMatch(one -> one.getAnnotationType().toString().equals("Override"));
      if (isPublic(method.getModifiers()) && !overrides && !isCheckOfRecord(method)) {
        check(method.getName().toString());
      }
      return null; // classes within are nobody's to use
    }

    private void check(String name) {
      @Nullable String comment = docs.getDocComment(getCurrentPath());
      if (comment == null || comment.isBlank()) {
        CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
        long at = docs.getSourcePositions().getStartPosition(unit, getCurrentPath().getLeaf());
        long line = unit.getLineMap().getLineNumber(at);
        bare.add(unit.getSourceFile().getName() + ":" + line + " " + name);
      }
    }

    private boolean isPublic(ModifiersTree modifiers) {
      @Nullable TreePath outside = getCurrentPath().getParentPath();
      Tree.Kind around = outside == null ? Tree.Kind.OTHER : outside.getLeaf().getKind();
      boolean implied = around == Tree.Kind.INTERFACE || around == Tree.Kind.ANNOTATION_TYPE;
      return modifiers.getFlags().contains(Modifier.PUBLIC)
          || modifiers.getFlags().contains(Modifier.PROTECTED)
          || (implied && !modifiers.getFlags().contains(Modifier.PRIVATE));
    }

    /// Whether it is a record's compact constructor, whose parameters the record explains. The
    /// parser gives it parameters, so only the source tells.
    private boolean isCheckOfRecord(MethodTree method) {
      if (!method.getName().contentEquals("<init>")) {
        return false;
      }
      CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
      int from = (int) docs.getSourcePositions().getStartPosition(unit, method);
      int body = (int) docs.getSourcePositions().getStartPosition(unit, method.getBody());
      return !text(unit).substring(from, body).contains("(");
    }

    private static String text(CompilationUnitTree unit) {
      try {
        return unit.getSourceFile().getCharContent(true).toString();
      } catch (IOException gone) {
        throw new UncheckedIOException(gone);
      }
    }
  }
}
