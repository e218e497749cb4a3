/// Surfaces to draw on, raster and SVG, with text and resampled pictures.
package penumbra.figure.canvas;
