module example.datasets {
  requires penumbra.datasets;
}
