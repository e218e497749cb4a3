package example.imaging;

import java.util.List;
import penumbra.core.NdArray;
import penumbra.core.Radiograph;
import penumbra.imaging.recipe.ReadyRecipes;
import penumbra.imaging.recipe.Recipe;
import penumbra.imaging.recipe.RecipeResult;

/** Does a ready-made recipe with an image in memory. */
final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    Recipe recipe = ReadyRecipes.recipe("edges");
    System.out.println(recipe.outputs().getFirst().format());
    NdArray pixels = NdArray.ofFloat32(new float[] {0, 0, 1, 0, 0, 1, 0, 0, 1}, 3, 3);
    for (RecipeResult result : recipe.apply(new Radiograph(pixels, "memory", List.of()))) {
      System.out.println(result.name() + " " + result.values().pixels());
    }
  }
}
