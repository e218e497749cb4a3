package penumbra.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import penumbra.core.Boundary;
import penumbra.core.Describe;
import penumbra.core.Execution;
import penumbra.core.Filter;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;
import penumbra.core.Summary;
import penumbra.core.filter.Gaussian;
import penumbra.core.plugin.Plugins;

/// What becomes of the operations of others.
class OperationListTest {
  /// A filter of others that does nothing.
  public interface Idle extends Filter {
    @Override
    default NdArray apply(NdArray input, Execution execution) {
      return input;
    }
  }

  @Summary("Do nothing.")
  public record Sound(@Describe("How little.") double amount) implements Idle {}

  public record NoSummary(@Describe("How little.") double amount) implements Idle {}

  @Summary("Do nothing.")
  public record NoHelp(double amount) implements Idle {}

  @Summary("Do nothing.")
  public record NoText(@Describe("How little.") List<String> words) implements Idle {}

  @Summary("Do nothing.")
  record Hidden(@Describe("How little.") double amount) implements Idle {}

  @Summary("Do nothing.")
  public record TwoBoundaries(Boundary one, Boundary other) implements Idle {}

  @Summary("Do nothing.")
  public record Restless(@Describe("How little.") double amount) implements Idle {
    public Restless {
      amount += 1;
    }
  }

  /// Two providers, since one class is one jar's.
  private abstract static class First implements OperationProvider {}

  private abstract static class Second implements OperationProvider {}

  private static final String FIRST = Plugins.origin(First.class);

  private static OperationList with(Supplier<List<Operation>> operations) {
    var list = new OperationList(List.of(Operation.of("gaussian", Gaussian.of(1))));
    list.add(First.class, () -> operations::get);
    return list;
  }

  private static OperationList with(String name, Filter standard) {
    return with(() -> List.of(Operation.of(name, standard)));
  }

  private static void assertRefused(Filter standard, String line) {
    assertThatThrownBy(() -> with("idle", standard))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(line.formatted("(operation 'idle', " + FIRST + ")"));
  }

  @Test
  void aSoundOperationStandsBehindOurOwn() {
    OperationList list = with("idle", new Sound(3));
    assertThat(list.names()).containsExactly("gaussian", "idle");
    assertThat(list.named("idle").orElseThrow().parameters())
        .extracting(Parameter::name, Parameter::standard)
        .containsExactly(org.assertj.core.api.Assertions.tuple("amount", "3"));
    assertThat(list.of(new Sound(7))).map(Operation::name).contains("idle");
  }

  @Test
  void aNameOfOursCannotBeClaimed() {
    assertThatThrownBy(() -> with("gaussian", new Sound(3)))
        .hasMessage(
            "the operation 'gaussian' must have a name of its own, but is claimed by Penumbra"
                + " itself"
                + " and by "
                + FIRST
                + "; rename it in that jar or remove the jar");
  }

  @Test
  void aNameCannotBeClaimedTwice() {
    OperationList list = with("idle", new Sound(3));
    assertThatThrownBy(
            () -> list.add(Second.class, () -> () -> List.of(Operation.of("idle", new Sound(4)))))
        .hasMessage(
            "the operation 'idle' must have a name of its own, but is claimed by "
                + FIRST
                + " and by "
                + Plugins.origin(Second.class)
                + "; remove one of the two jars");
  }

  @Test
  void aNameMustBeOneThatPeopleCanTypeBehindFilter() {
    for (String wrong : List.of("Idle", "a+b", "-x", "two words", "", "x".repeat(65))) {
      assertThatThrownBy(() -> with(wrong, new Sound(3)))
          .hasMessage(
              "the name of an operation of "
                  + FIRST
                  + " must be in kebab-case and have at most 64 letters, but is '"
                  + wrong
                  + "'; write it like local-range");
    }
  }

  @Test
  void aRecordThatUsersCannotBeShownIsRefused() {
    String record = "the record " + OperationListTest.class.getName() + "$";
    assertRefused(
        new NoSummary(1),
        record
            + "NoSummary %s must have @Summary, the line that lists show, but is without it;"
            + " correct it in that jar or remove the jar");
    assertRefused(
        new NoHelp(1),
        "the component amount of "
            + record
            + "NoHelp %s must have @Describe, the help that users read, or its type must, but is"
            + " without it; correct it in that jar or remove the jar");
    assertRefused(
        new NoText(List.of()),
        "the component words of "
            + record
            + "NoText %s must be of a type that users can write (double, int, boolean, an enum,"
            + " PerAxis of numbers, Boundary or OutputType), but is of the type java.util.List;"
            + " change its type, or leave the component out");
    assertRefused(
        new Hidden(1),
        record
            + "Hidden %s must be public, but is hidden from Penumbra, which builds filters with"
            + " other"
            + " parameters; correct it in that jar or remove the jar");
  }

  @Test
  void parametersThatCannotBeToldApartAreRefused() {
    assertRefused(
        new TwoBoundaries(Boundary.reflect(), Boundary.zero()),
        "the parameter 'cval' %s must have a name that differs from the others, but is there"
            + " twice; rename"
            + " one of the components; a Boundary has the parameter cval beside its own");
  }

  @Test
  void aStandardThatItsOwnTextDoesNotGiveBackIsRefused() {
    assertRefused(
        new Restless(1),
        "the standard filter %s must be the same when it is built again from the text of its"
            + " values, but is"
            + " different: Restless[amount=2.0] becomes Restless[amount=3.0]; correct it in"
            + " that jar or remove the jar");
  }

  @Test
  void aProviderThatFailsIsNamedInOneLine() {
    assertThatThrownBy(() ->
            with(() -> {
              throw new IllegalStateException("no\nlicence");
            }))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            FIRST
                + " must bring operations that can be loaded, but is at fault:"
                + " java.lang.IllegalStateException: no licence; update or remove that jar");
    assertThatThrownBy(() ->
            with(() -> {
              throw new NoClassDefFoundError("org/other/Library");
            }))
        .hasMessageContaining("at fault: java.lang.NoClassDefFoundError: org/other/Library;");
    assertThatThrownBy(() -> with("idle", (input, _) -> input))
        .hasMessageContaining("idle: only a record shows its parameters");
  }
}
