/// Operations by name. Their parameters come from the filters' records; users write them as text.
@org.jspecify.annotations.NullMarked
module penumbra.catalogue {
  requires transitive penumbra.core;
  requires static org.jspecify;

  exports penumbra.catalogue;
}
