package penumbra.datasets.audit.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AucTest {
  @Test
  void classesThatDoNotOverlapAreToldSurelyButNotBeyondTheirNumber() {
    Auc few = Auc.of(new double[] {5, 6, 7}, new double[] {1, 2, 3});
    Auc many = Auc.of(new double[] {5, 6, 7, 8, 9, 10}, new double[] {1, 2, 3, 0, -1, -2});
    assertThat(few.value()).isEqualTo(1);
    assertThat(few.high()).isEqualTo(1);
    assertThat(few.low()).isBetween(0.1, 0.9);
    assertThat(many.low()).isGreaterThan(few.low());
  }

  @Test
  void thirtyImagesThatDoNotOverlapWithThirtyLeaveNoDoubt() {
    double[] dark = new double[30];
    double[] light = new double[30];
    for (int i = 0; i < 30; i++) {
      dark[i] = i;
      light[i] = 30 + i;
    }
    assertThat(Auc.of(light, dark).strengthAtLeast()).isBetween(0.98, 1.0);
    assertThat(Auc.of(dark, light).strengthAtLeast()).isBetween(0.98, 1.0);
    assertThat(Auc.of(dark, light).value()).isZero();
  }

  @Test
  void equalNumbersTellNothing() {
    Auc auc = Auc.of(new double[] {2, 2, 2}, new double[] {2, 2});
    assertThat(auc.value()).isEqualTo(0.5);
  }

  @Test
  void bothZerosAreOneNumber() {
    assertThat(Auc.of(new double[] {0.0, -0.0}, new double[] {-0.0, 0.0}).value()).isEqualTo(0.5);
  }

  @Test
  void theStrengthIsTheSameWhicheverClassHasTheLargerNumbers() {
    double[] low = {1, 2, 3, 4, 9};
    double[] high = {3, 5, 6, 7, 8};
    assertThat(Auc.of(low, high).strength()).isCloseTo(Auc.of(high, low).strength(), within(1e-15));
    assertThat(Auc.of(low, high).strengthAtLeast())
        .isCloseTo(Auc.of(high, low).strengthAtLeast(), within(1e-12));
  }
}
