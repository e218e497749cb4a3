package penumbra.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import penumbra.catalogue.Catalogue;
import penumbra.core.Filter;

/// A filter without rows in the conformance table fails the build: each operation of the catalogue
/// and each filter of core is compared with an oracle, and with the contract of all filters.
class ConformanceRowsTest {
  private static final int FEWEST = 20;
  private static final Set<Class<?>> GOLDEN = withGoldenData();
  private static final Set<Class<?>> TWINS = withTwins();

  /// The records of core that are filters which users can make, and those behind the operations.
  static List<Class<?>> filters() {
    Stream<Class<?>> core =
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("penumbra.core")
                .stream()
                .filter(type -> type.isAssignableTo(Filter.class) && !type.isInterface())
                // What authors build filters of has tests of its own.
                .filter(type -> !type.getPackageName().startsWith("penumbra.core.engine"))
                .map(JavaClass::reflect)
                .filter(type -> java.lang.reflect.Modifier.isPublic(type.getModifiers()));
    Stream<Class<?>> operations =
        Catalogue.operations().stream().map(operation -> operation.standard().getClass());
    return Stream.concat(core, operations).distinct().toList();
  }

  @ParameterizedTest
  @MethodSource("filters")
  void everyFilterIsHeldToAnOracle(Class<?> filter) {
    assertThat(GOLDEN.contains(filter) || TWINS.contains(filter))
        .as(
            "%s is held to no oracle. Add its rows: either a function in conformance/golden.py (or"
                + " golden_opencv.py, golden_pillow.py), its file's name in GoldenTest and its call"
                + " in GoldenCalls; or, where no program has such a filter, a slow twin in"
                + " NaiveTwinsTest marked @TwinOf(%s.class). conformance/README.md says more",
            named(filter), filter.getSimpleName())
        .isTrue();
  }

  @ParameterizedTest
  @MethodSource("filters")
  void everyFilterIsHeldToWhatAllPromise(Class<?> filter) {
    Stream<Filter> listed =
        Stream.concat(EveryFilterTest.filters(), EveryFilterTest.filtersOfLevels());
    assertThat(listed.anyMatch(one -> one.getClass() == filter))
        .as("%s is not in the list of EveryFilterTest: add it there", named(filter))
        .isTrue();
  }

  private static String named(Class<?> filter) {
    String operations =
        Catalogue.operations().stream()
            .filter(operation -> operation.standard().getClass() == filter)
            .map(operation -> "operation '" + operation.name() + "', ")
            .collect(Collectors.joining());
    return operations + "record " + filter.getName();
  }

  /// The filters that the golden cases call.
  private static Set<Class<?>> withGoldenData() {
    return GoldenTest.names().stream()
        .filter(name -> !GoldenCalls.MEASURES.contains(name))
        .filter(name -> GoldenFile.cases(name).size() >= FEWEST)
        .map(name -> GoldenCalls.filter(name, GoldenFile.cases(name).getFirst()).getClass())
        .collect(Collectors.toSet());
  }

  /// The filters of the tests that are marked as comparing them with a twin, and that do call them.
  private static Set<Class<?>> withTwins() {
    return new ClassFileImporter()
        .importPackages("penumbra.conformance").stream()
            .flatMap(type -> type.getMethods().stream())
            .filter(method -> method.isAnnotatedWith(ReferenceFor.class) && isTest(method))
            .filter(method ->
                method.getAccessesFromSelf().stream()
                    .anyMatch(access ->
                        access
                            .getTargetOwner()
                            .isEquivalentTo(
                                method.getAnnotationOfType(ReferenceFor.class).value())))
            .map(method -> method.getAnnotationOfType(ReferenceFor.class).value())
            .collect(Collectors.toSet());
  }

  private static boolean isTest(JavaMethod method) {
    return method.isAnnotatedWith(Test.class) || method.isAnnotatedWith(ParameterizedTest.class);
  }

  @Test
  void everyGoldenFileIsCompared() throws IOException {
    Path golden =
        ProjectRoot.find().resolve("conformance/src/test/resources/penumbra/conformance/golden");
    try (Stream<Path> files = Files.list(golden)) {
      assertThat(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(name -> name.endsWith(".tsv"))
                  .map(name -> name.substring(0, name.length() - ".tsv".length())))
          .containsExactlyInAnyOrderElementsOf(GoldenTest.names());
    }
  }
}
