/// Canny's edges: the gradient, thinned and followed row by row. Not exported.
package penumbra.core.engine.edge;
