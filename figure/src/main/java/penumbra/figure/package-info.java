/// Figures: an immutable description ([penumbra.figure.Figure]) first, drawn last as PNG or SVG.
package penumbra.figure;
