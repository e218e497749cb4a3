module example.imaging {
  requires penumbra.imaging;
}
