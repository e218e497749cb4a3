module example.io {
  requires penumbra.io;
}
