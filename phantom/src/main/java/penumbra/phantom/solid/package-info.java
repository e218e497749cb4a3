/// Solids of one material each, and the stretch of a ray inside them.
package penumbra.phantom.solid;
