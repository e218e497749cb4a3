package penumbra.imaging.recipe;

import penumbra.core.Radiograph;
import penumbra.imaging.RenderedPicture;

/// The result of a recipe for an image and one of its outputs.
///
/// @param output the output
/// @param values the result of the steps, with the image's spacing if its shape is unchanged
/// @param shown the content of a file of the output's format: these values, or a picture of them
public record RecipeResult(RecipeOutput output, Radiograph values, RenderedPicture shown) {
  /// The output's name.
  public String name() {
    return output.name();
  }
}
