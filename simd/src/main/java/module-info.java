/// The inner loops of filters on the JDK's Vector API; found by the core as a service, nothing else
/// depends on it.
@org.jspecify.annotations.NullMarked
module penumbra.simd {
  requires jdk.incubator.vector;
  requires penumbra.core;
  requires static org.jspecify;

  provides penumbra.core.kernel.LineKernels with
      penumbra.simd.VectorKernels;
}
