package example.imaging;

import penumbra.imaging.recipe.ReadyRecipes;

/** Reads a ready-made recipe. */
final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.out.println(ReadyRecipes.recipe("edges").outputs().getFirst().format());
  }
}
