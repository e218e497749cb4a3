/// Arrays, filters and measurements for radiographs; needs nothing but `java.base`.
@org.jspecify.annotations.NullMarked
module penumbra.core {
  requires static transitive org.jspecify;

  exports penumbra.core;
  exports penumbra.core.filter;
  exports penumbra.core.measure;
}
