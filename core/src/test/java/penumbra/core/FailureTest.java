package penumbra.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import penumbra.core.Failure.Kind;
import penumbra.core.filter.Gaussian;

class FailureTest {
  private static final Failure SHORT =
      new Failure(Kind.DAMAGED, "scan.dcm", "must be whole", "ends early", "copy it again", 132);

  @Test
  void theLineHasSubjectRuleFindingAndRemedy() {
    assertThat(SHORT.line()).isEqualTo("scan.dcm must be whole, but ends early; copy it again");
  }

  @Test
  void whatIsNotKnownIsLeftOutOfTheLine() {
    assertThat(new Failure(Kind.DAMAGED, "", "must be whole", "ends early", "copy it").line())
        .isEqualTo("must be whole, but ends early; copy it");
    assertThat(new Failure(Kind.SYSTEM, "a.png", "cannot be read", "Is a directory", "").line())
        .isEqualTo("a.png cannot be read: Is a directory");
    assertThat(new Failure(Kind.INVALID, "a.png", "", "no such filter", "").line())
        .isEqualTo("a.png: no such filter");
    assertThat(new Failure(Kind.OTHER, "", "", "the disk is full", "").line())
        .isEqualTo("the disk is full");
  }

  @Test
  void aPlaceStandsBeforeTheSubjectOrInItsPlace() {
    Failure rule = new Failure(Kind.INVALID, "sigma", "must be at least 0", "is -1", "give 0");
    assertThat(rule.in("a.png").line())
        .isEqualTo("a.png: sigma must be at least 0, but is -1; give 0");
    assertThat(SHORT.about("").in("b.dcm")).isEqualTo(SHORT.about("b.dcm"));
  }

  @Test
  void theFieldsAreThoseOfTheLineWithTheKindAndTheOffsetIfOneIsKnown() {
    assertThat(SHORT.fields())
        .containsExactly(
            entry("kind", "damaged"),
            entry("subject", "scan.dcm"),
            entry("rule", "must be whole"),
            entry("found", "ends early"),
            entry("remedy", "copy it again"),
            entry("offset", 132L));
    Failure nowhere =
        new Failure(SHORT.kind(), SHORT.subject(), SHORT.rule(), SHORT.found(), SHORT.remedy());
    assertThat(nowhere.fields()).doesNotContainKey("offset");
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void everyKindIsFoundByItsLabel(Kind kind) {
    assertThat(kind.label()).matches("[a-z]+(-[a-z]+)*");
    assertThat(Kind.labelled(kind.label())).contains(kind);
  }

  @Test
  void labelsOfNewerVersionsAreNotKnown() {
    assertThat(Kind.labelled("spilt-coffee")).isEmpty();
  }

  /// Files and programs of users hold them.
  @Test
  void theLabelsStay() {
    assertThat(Arrays.stream(Kind.values()).map(Kind::label))
        .containsExactly(
            "invalid",
            "unreadable",
            "damaged",
            "unwritable",
            "several-frames",
            "no-such-frame",
            "no-modality-values",
            "uneven-series",
            "no-volume",
            "several-series",
            "unknown-operation",
            "no-recipe",
            "unsound-recipe",
            "no-run",
            "out-of-memory",
            "system",
            "internal",
            "other");
  }

  @Test
  void anInvalidParameterTellsItsFields() {
    InvalidInputException error =
        catchThrowableOfType(InvalidInputException.class, () -> Gaussian.of(-1));
    assertThat(error.failure())
        .isEqualTo(
            new Failure(
                Kind.INVALID,
                "sigma",
                "must be a finite number of at least 0",
                "is -1.0",
                "give 0 to leave an axis unsmoothed"));
    assertThat(Failure.of(error)).contains(error.failure());
    assertThat(error.in("a.png"))
        .hasMessage("a.png: " + error.getMessage())
        .hasCause(error)
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Failure.of(new IOException("no"))).isEmpty();
  }

  @Test
  void anErrorThatIsSentElsewhereKeepsItsFailure() throws IOException, ClassNotFoundException {
    InvalidInputException error = InvalidInputException.of(SHORT);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(error);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(((InvalidInputException) in.readObject()).failure()).isEqualTo(SHORT);
    }
  }
}
