/// Colormaps, the value ranges that they are applied to, and the colour pictures that come out.
package penumbra.figure.colour;
