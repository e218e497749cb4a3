module example.core {
  requires penumbra.core;
}
