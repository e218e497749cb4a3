/// Lays figures out and draws them as PNG and SVG.
package penumbra.figure.render;
