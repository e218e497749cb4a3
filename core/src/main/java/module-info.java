/// Arrays, filters and measurements for radiographs; needs only `java.base`.
@org.jspecify.annotations.NullMarked
@SuppressWarnings("module") // penumbra.simd is built after this module
module penumbra.core {
  requires static transitive org.jspecify;

  exports penumbra.core;
  exports penumbra.core.display;
  exports penumbra.core.engine;
  exports penumbra.core.filter;
  exports penumbra.core.kernel to
      penumbra.simd;
  exports penumbra.core.measure;

  uses penumbra.core.kernel.LineKernels;
}
