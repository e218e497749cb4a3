package penumbra.dicom.codec.jpeg2000;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import penumbra.dicom.DicomException;

class BudgetTest {
  private final Budget budget = new Budget(new Size(0, 0, 80, 10, 0, 0, 80, 10, 1, 1, 1, 8, false));

  @Test
  void piecesAreBoundedByTheSamples() {
    assertThatCode(() -> budget.spend(65536 + 100)).doesNotThrowAnyException();
    assertThatThrownBy(() -> budget.spend(1))
        .isInstanceOf(DicomException.class)
        .hasMessageContaining("has ones in smaller pieces than any encoder makes");
  }

  @Test
  void allTilesShareTheStepsThatReadNothing() {
    // Two tiles, each of which would do so much alone.
    assertThatCode(() -> budget.step((1L << 27) + 1)).doesNotThrowAnyException();
    assertThatThrownBy(() -> budget.step((1L << 27) + 1))
        .isInstanceOf(DicomException.class)
        .hasMessageContaining("has more changes of the order of packets than any encoder makes");
  }
}
