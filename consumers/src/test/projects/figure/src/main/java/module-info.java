module example.figure {
  requires penumbra.figure;
}
