module example.pipeline {
  requires penumbra.pipeline;
}
