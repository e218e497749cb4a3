module example.phantom {
  requires penumbra.phantom;
}
