package penumbra.conformance;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import penumbra.core.Filter;

/// Architecture rules that no compiler checks. `docs/decisions` and VALUES.md say why.
@AnalyzeClasses(packages = "penumbra", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule ARROWS_GO_ONE_WAY =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("penumbra..")
          .withOptionalLayers(true)
          .layer("core")
          .definedBy("penumbra.core..")
          .optionalLayer("simd")
          .definedBy("penumbra.simd..")
          .layer("io")
          .definedBy("penumbra.io..")
          .layer("dicom")
          .definedBy("penumbra.dicom..")
          .layer("figure")
          .definedBy("penumbra.figure..")
          .layer("catalogue")
          .definedBy("penumbra.catalogue..")
          .layer("imaging")
          .definedBy("penumbra.imaging..")
          .layer("phantom")
          .definedBy("penumbra.phantom..")
          .layer("datasets")
          .definedBy("penumbra.datasets..")
          .layer("report")
          .definedBy("penumbra.report..")
          .layer("cli")
          .definedBy("penumbra.cli..")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("report")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("datasets")
          .mayOnlyBeAccessedByLayers("report", "cli")
          .whereLayer("phantom")
          .mayOnlyBeAccessedByLayers("report", "cli")
          .whereLayer("imaging")
          .mayOnlyBeAccessedByLayers("datasets", "report", "cli")
          .whereLayer("catalogue")
          .mayOnlyBeAccessedByLayers("imaging", "datasets", "report", "cli")
          .whereLayer("figure")
          .mayOnlyBeAccessedByLayers("imaging", "datasets", "report", "cli")
          .whereLayer("dicom")
          .mayOnlyBeAccessedByLayers("imaging", "phantom", "datasets", "report", "cli")
          .whereLayer("io")
          .mayOnlyBeAccessedByLayers(
              "dicom", "figure", "imaging", "phantom", "datasets", "report", "cli")
          .whereLayer("core")
          .mayOnlyBeAccessedByLayers(
              "simd",
              "catalogue",
              "io",
              "dicom",
              "figure",
              "imaging",
              "phantom",
              "datasets",
              "report",
              "cli")
          .whereLayer("simd")
          .mayNotBeAccessedByAnyLayer();

  @ArchTest
  static final ArchRule CORE_NEEDS_NOTHING_BUT_JAVA_BASE =
      classes()
          .that()
          .resideInAPackage("penumbra.core..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                      "penumbra.core..",
                      "java.lang..",
                      "java.util..",
                      "java.nio..",
                      "java.io..",
                      "java.math..",
                      "java.net",
                      "java.security",
                      "java.time..")
                  .and(not(resideInAPackage("java.util.logging..")))
                  .or(belongToAnyOf(NullMarked.class, Nullable.class)));

  @ArchTest
  static final ArchRule PACKAGES_HAVE_NO_CYCLES =
      slices().matching("penumbra.(**)").should().beFreeOfCycles();

  /// The packages of core depend on each other in one order as well.
  @ArchTest
  static final ArchRule THE_ENGINE_KNOWS_NO_FILTER =
      noClasses()
          .that()
          .resideInAPackage("penumbra.core.engine..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("penumbra.core.filter..", "penumbra.core.measure..");

  @ArchTest
  static final ArchRule FILTERS_STAND_IN_CORE =
      noClasses().that().resideOutsideOfPackage("penumbra.core..").should().implement(Filter.class);

  @ArchTest
  static final ArchRule FILTERS_ARE_RECORDS =
      classes().that().implement(Filter.class).should().beRecords();

  /// `penumbra.core.engine` itself is for all who write filters.
  @ArchTest
  static final ArchRule ONLY_CORE_SEES_THE_ENGINES_MACHINERY =
      noClasses()
          .that()
          .resideOutsideOfPackage("penumbra.core..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("penumbra.core.engine.*..");

  /// The core finds the SIMD kernels as a service, so that everything runs without them too.
  @ArchTest
  static final ArchRule THE_VECTOR_API_STAYS_IN_SIMD =
      noClasses()
          .that()
          .resideOutsideOfPackage("penumbra.simd..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jdk.incubator..");

  @ArchTest
  static final ArchRule SIMD_SEES_THE_KERNELS_ALONE =
      noClasses()
          .that()
          .resideInAPackage("penumbra.simd..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("penumbra.core..")
                  .and(not(resideInAPackage("penumbra.core.kernel.."))));

  @ArchTest
  static final ArchRule ONLY_THE_COMMAND_LINE_PRINTS =
      noClasses().that().resideOutsideOfPackage("penumbra.cli..").should(ACCESS_STANDARD_STREAMS);

  @ArchTest
  static final ArchRule ONLY_THE_COMMAND_LINE_ENDS_THE_PROGRAM =
      noClasses()
          .that()
          .resideOutsideOfPackage("penumbra.cli..")
          .should()
          .callMethod(System.class, "exit", int.class);

  @ArchTest
  static final ArchRule PICOCLI_STAYS_IN_THE_COMMAND_LINE =
      noClasses()
          .that()
          .resideOutsideOfPackage("penumbra.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("picocli..", "me.tongfei.progressbar..");

  @ArchTest
  static final ArchRule PUBLIC_FIELDS_ARE_CONSTANTS =
      noFields().that().arePublic().should().notBeFinal();
}
