/// Operations by name: their parameters, read off the filters' records, and how people write them;
/// and what other modules bring as an [penumbra.catalogue.OperationProvider].
@org.jspecify.annotations.NullMarked
module penumbra.catalogue {
  requires transitive penumbra.core;
  requires static org.jspecify;

  exports penumbra.catalogue;

  uses penumbra.catalogue.OperationProvider;
}
