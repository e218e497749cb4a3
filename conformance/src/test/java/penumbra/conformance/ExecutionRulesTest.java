package penumbra.conformance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import penumbra.core.Execution;

/// Who decides on how many threads the library works: its caller. All cores are taken only where a
/// method does without an [Execution] that another one of its name takes, and by the option
/// `--threads` of the command line; none of the modules calls these short forms.
@AnalyzeClasses(packages = "penumbra", importOptions = ImportOption.DoNotIncludeTests.class)
class ExecutionRulesTest {
  private static final String OPTION = "penumbra.cli.option.ThreadsOption";

  @ArchTest
  static final ArchRule ALL_CORES_ARE_TAKEN_IN_SHORT_FORMS_AND_BY_THE_OPTION_ONLY =
      codeUnits()
          .should(
              hold(
                  "take all cores only if there is no Execution",
                  call ->
                      takesAllCores(call)
                          && !isShortForm(call.getOrigin())
                          && !call.getOriginOwner().getName().equals(OPTION)));

  @ArchTest
  static final ArchRule NO_MODULE_CALLS_A_SHORT_FORM =
      codeUnits()
          .should(
              hold(
                  "pass on the Execution that they were given",
                  call ->
                      call.getTarget()
                          .resolveMember()
                          .filter(ExecutionRulesTest::isShort)
                          .isPresent()));

  /// These run on the common pool, whatever the execution says; `SortedOrder` looks at it first.
  @ArchTest
  static final ArchRule NOTHING_RUNS_BESIDE_THE_EXECUTION =
      codeUnits()
          .that()
          .areDeclaredInClassesThat()
          .doNotHaveSimpleName("SortedOrder")
          .should(
              hold(
                  "run on the threads of an Execution",
                  call ->
                      call.getName().startsWith("parallel")
                          && call.getTargetOwner().getPackageName().startsWith("java.util")));

  private interface Broken {
    boolean by(JavaMethodCall call);
  }

  private static ArchCondition<JavaCodeUnit> hold(String what, Broken broken) {
    return new ArchCondition<>(what) {
      @Override
      public void check(JavaCodeUnit unit, ConditionEvents events) {
        unit.getMethodCallsFromSelf().stream()
            .filter(broken::by)
            .forEach(
                call -> events.add(SimpleConditionEvent.violated(unit, call.getDescription())));
      }
    };
  }

  private static boolean takesAllCores(JavaMethodCall call) {
    return call.getTarget().getName().equals("allCores")
        && call.getTargetOwner().isEquivalentTo(Execution.class);
  }

  /// Whether it takes all cores, but another method of its name asks for an execution.
  private static boolean isShort(JavaCodeUnit unit) {
    return hasForm(unit)
        && unit.getMethodCallsFromSelf().stream().anyMatch(ExecutionRulesTest::takesAllCores);
  }

  private static boolean isShortForm(JavaCodeUnit unit) {
    return hasForm(unit)
        || unit.getOwner().tryGetMethod("withExecution", Execution.class).isPresent();
  }

  private static boolean hasForm(JavaCodeUnit unit) {
    return unit.getOwner().getCodeUnits().stream()
        .filter(other -> other.getName().equals(unit.getName()))
        .anyMatch(other ->
            other.getRawParameterTypes().stream()
                .map(JavaClass::getName)
                .anyMatch(Execution.class.getName()::equals));
  }
}
