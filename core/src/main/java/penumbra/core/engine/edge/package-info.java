/// Canny's edges: the gradient, thinned and followed while its rows stream by. Not exported.
package penumbra.core.engine.edge;
