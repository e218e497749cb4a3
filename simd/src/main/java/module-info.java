/// The SIMD kernels of filters, on the JDK's Vector API. The core finds them as a service; nothing
/// else depends on this module.
@org.jspecify.annotations.NullMarked
module penumbra.simd {
  requires jdk.incubator.vector;
  requires penumbra.core;
  requires static org.jspecify;

  provides penumbra.core.kernel.LineKernels with
      penumbra.simd.VectorKernels;
}
