package penumbra.imaging.recipe;

import penumbra.core.Radiograph;
import penumbra.imaging.RenderedPicture;

/// What a recipe makes of an image for one of its outputs.
///
/// @param output which output
/// @param values what the steps make of the image, with its spacing as long as its shape stays
/// @param shown what a file of the output's format holds: these values, or a picture of them
public record RecipeResult(RecipeOutput output, Radiograph values, RenderedPicture shown) {
  /// The output's name.
  public String name() {
    return output.name();
  }
}
