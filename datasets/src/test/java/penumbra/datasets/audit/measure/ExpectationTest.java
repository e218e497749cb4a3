package penumbra.datasets.audit.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExpectationTest {
  @Test
  void kagglesSetHas5856Images() {
    var counts = Expectation.of(List.of("kaggle")).counts();
    assertThat(counts.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(5856);
  }

  @Test
  void countsAreGivenBySplitAndClass() {
    assertThat(Expectation.of(List.of("Train/NORMAL=12", "test/covid 19=3")).counts())
        .containsEntry("train/NORMAL", 12)
        .containsEntry("test/covid 19", 3)
        .hasSize(2);
  }

  @Test
  void itsTextsGiveItAgain() {
    assertThat(Expectation.of(List.of("kaggle")).texts()).containsExactly("kaggle");
    Expectation own = Expectation.of(List.of("train/NORMAL=12", "test/covid 19=3"));
    assertThat(Expectation.of(own.texts())).isEqualTo(own);
  }

  @Test
  void anythingElseIsRefused() {
    assertThatThrownBy(() -> Expectation.of(List.of("train=12")))
        .hasMessage(
            "expect must be kaggle, or SPLIT/CLASS=COUNT, but is 'train=12'; write it like"
                + " train/NORMAL=1341");
  }
}
