/// Arrays, filters and measurements for radiographs; needs only `java.base`.
@org.jspecify.annotations.NullMarked
@SuppressWarnings(
    "module") // the modules that some packages are exported to are built after this one
module penumbra.core {
  requires static transitive org.jspecify;

  exports penumbra.core;
  exports penumbra.core.display;
  exports penumbra.core.engine;
  exports penumbra.core.filter;
  exports penumbra.core.filter.geometry;
  exports penumbra.core.filter.intensity;
  exports penumbra.core.kernel to
      penumbra.simd;
  exports penumbra.core.measure;
  exports penumbra.core.plugin to
      penumbra.catalogue,
      penumbra.datasets,
      penumbra.io;

  uses penumbra.core.kernel.LineKernels;
}
