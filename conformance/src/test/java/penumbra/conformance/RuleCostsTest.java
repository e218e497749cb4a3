package penumbra.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A rule that holds costs nothing: the texts that `InvalidInputException.require` is given stand
/// in the source, or are there already. Whoever has to put one together asks first, and throws.
class RuleCostsTest {
  private static final int ARGUMENTS = 5;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "core",
        "simd",
        "io",
        "dicom",
        "figure",
        "catalogue",
        "imaging",
        "phantom",
        "datasets",
        "report"
      })
  void noTextIsPutTogetherForARuleThatHolds(String module) throws IOException {
    List<String> costly = new ArrayList<>();
    try (Stream<Path> files = Files.walk(ProjectRoot.find().resolve(module + "/src/main"))) {
      costly.addAll(
          costly(files.filter(file -> file.toString().endsWith(".java")).sorted().toList()));
    }
    assertThat(costly).as("write: if (!holds) { throw InvalidInputException.of(...); }").isEmpty();
  }

  @Test
  void theTestKnowsWhatCosts() throws IOException {
    Path file = Files.createTempFile("penumbra", ".java");
    try {
      Files.writeString(
          file,
          """
          class Example {
            void check(int n, Object shape) {
              require(n > 0, "n", "must be above 0", n, "give" + " 1");
              require(n < MOST, "n", "must be below " + MOST, this.n, Other.REMEDY);
              require(n > 0, "n", "must be above " + n, n, "give 1");
              require(n > 0, "n", "must be above 0", shape.toString(), "give 1");
              InvalidInputException.require(n > 0, "n", n > 1 ? "a" : "b", n, "give 1");
            }
          }
          """);
      assertThat(costly(List.of(file)))
          .hasSize(3)
          .anyMatch(call -> call.contains("\"must be above \" + n"))
          .anyMatch(call -> call.contains("shape.toString()"))
          .anyMatch(call -> call.contains("n > 1 ?"));
    } finally {
      Files.delete(file);
    }
  }

  private static List<String> costly(List<Path> files) throws IOException {
    List<String> found = new ArrayList<>();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      var task =
          (JavacTask)
              compiler.getTask(
                  null, manager, _ -> {}, null, null, manager.getJavaFileObjectsFromPaths(files));
      for (CompilationUnitTree unit : task.parse()) {
        Path file = Path.of(unit.getSourceFile().getName());
        unit.accept(
            new TreeScanner<Void, Void>() {
              @Override
              public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
                if (isRequire(call)
                    && !call.getArguments().stream().skip(1).allMatch(RuleCostsTest::isFree)) {
                  found.add(file.getFileName() + ": " + call);
                }
                return super.visitMethodInvocation(call, null);
              }
            },
            null);
      }
    }
    return found;
  }

  private static boolean isRequire(MethodInvocationTree call) {
    String name = call.getMethodSelect().toString();
    return call.getArguments().size() == ARGUMENTS
        && (name.equals("require") || name.endsWith("InvalidInputException.require"));
  }

  /// Whether nothing is computed: a literal, a variable, a field, or what the compiler puts
  /// together.
  private static boolean isFree(ExpressionTree argument) {
    return switch (argument) {
      case LiteralTree _, IdentifierTree _ -> true;
      case MemberSelectTree field -> isFree(field.getExpression());
      case ParenthesizedTree inner -> isFree(inner.getExpression());
      case UnaryTree signed -> signed.getExpression() instanceof LiteralTree;
      case BinaryTree joined -> isConstant(joined);
      default -> false;
    };
  }

  private static boolean isConstant(Tree part) {
    return switch (part) {
      case LiteralTree _ -> true;
      case IdentifierTree name -> isCapitals(name.getName().toString());
      case MemberSelectTree field -> isCapitals(field.getIdentifier().toString());
      case ParenthesizedTree inner -> isConstant(inner.getExpression());
      case BinaryTree joined ->
          isConstant(joined.getLeftOperand()) && isConstant(joined.getRightOperand());
      default -> false;
    };
  }

  private static boolean isCapitals(String name) {
    return name.matches("[A-Z][A-Z0-9_]*");
  }
}
