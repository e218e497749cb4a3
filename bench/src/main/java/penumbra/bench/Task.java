package penumbra.bench;

/// An operation made ready: its input and its output lie in place.
interface Task {
  /// Does it once. What is returned keeps a compiler from leaving the work out.
  Object run();

  /// The values that the last run gave, to be compared between contenders.
  double[] result();
}
