module example.catalogue {
  requires penumbra.catalogue;
}
