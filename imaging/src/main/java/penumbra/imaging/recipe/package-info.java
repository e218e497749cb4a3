/// Recipes: the operations for every image of a set, in a file.
@org.jspecify.annotations.NullMarked
package penumbra.imaging.recipe;
