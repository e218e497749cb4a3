package example.phantom;

import penumbra.core.Execution;
import penumbra.phantom.ChestPhantom;

/** Draws a simulated chest. */
final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    ChestPhantom patient = new ChestPhantom(7, 90, 120, true);
    System.out.println(patient.render(Execution.ofThreads(1)).display());
  }
}
