package penumbra.conformance;

import penumbra.core.Execution;

/// Prints the kernels that its virtual machine runs.
final class PrintKernels {
  private PrintKernels() {}

  public static void main(String[] arguments) {
    System.out.println(Execution.kernels());
  }
}
