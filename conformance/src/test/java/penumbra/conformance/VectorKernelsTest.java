package penumbra.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import penumbra.core.Execution;
import penumbra.core.kernel.LineKernels;
import penumbra.simd.VectorKernels;

class VectorKernelsTest extends KernelsContract {
  @Override
  LineKernels kernels() {
    return new VectorKernels();
  }

  @Test
  void theyAreFoundAsAService() {
    assertThat(kernels().isUsable()).isTrue();
    assertThat(Execution.kernels()).isEqualTo(kernels().label()).startsWith("simd, ");
  }
}
