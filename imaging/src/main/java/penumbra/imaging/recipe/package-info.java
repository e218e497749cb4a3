/// Recipes: what is to be done with every image of a set, written down once.
@org.jspecify.annotations.NullMarked
package penumbra.imaging.recipe;
