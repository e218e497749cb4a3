/// Operations by name: their parameters, read off the filters' records, and how people write them.
@org.jspecify.annotations.NullMarked
module penumbra.catalogue {
  requires transitive penumbra.core;
  requires static org.jspecify;

  exports penumbra.catalogue;
}
