package penumbra.datasets.audit.measure;

/// Systems of linear equations with a symmetric, positive definite matrix.
final class LinearSystem {
  private LinearSystem() {}

  /// The solution, by Cholesky's decomposition; the matrix and the right side are not modified.
  static double[] solve(double[][] matrix, double[] right) {
    int n = right.length;
    double[][] root = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k <= i; k++) {
        double sum = matrix[i][k];
        for (int j = 0; j < k; j++) {
          sum -= root[i][j] * root[k][j];
        }
        root[i][k] = i == k ? Math.sqrt(Math.max(sum, Double.MIN_NORMAL)) : sum / root[k][k];
      }
    }
    double[] solution = right.clone();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        solution[i] -= root[i][j] * solution[j];
      }
      solution[i] /= root[i][i];
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int j = i + 1; j < n; j++) {
        solution[i] -= root[j][i] * solution[j];
      }
      solution[i] /= root[i][i];
    }
    return solution;
  }
}
