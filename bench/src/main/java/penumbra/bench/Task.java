package penumbra.bench;

/// A prepared operation with its input and its output.
interface Task {
  /// Runs it once. The return value keeps the compiler from removing the work.
  Object run();

  /// The values that the last run gave, to be compared between contenders.
  double[] result();
}
