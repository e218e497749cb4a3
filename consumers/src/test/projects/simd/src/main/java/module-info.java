module example.simd {
  requires penumbra.core;
}
