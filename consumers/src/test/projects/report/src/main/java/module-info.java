module example.report {
  requires penumbra.report;
}
