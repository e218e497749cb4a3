package example.simd;

import penumbra.core.Execution;

/** Finds the fast inner loops without naming them. */
final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.out.println(Execution.kernels().startsWith("simd") ? "simd" : Execution.kernels());
  }
}
