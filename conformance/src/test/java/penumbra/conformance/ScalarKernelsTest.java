package penumbra.conformance;

import penumbra.core.kernel.Kernels;
import penumbra.core.kernel.LineKernels;

class ScalarKernelsTest extends KernelsContract {
  @Override
  LineKernels kernels() {
    return Kernels.scalar();
  }
}
