/// Figures of radiographs: colormaps, panels and density plots, drawn as PNG and SVG.
///
/// FontBox has no module descriptors, hence the suppressed warning, and cannot ask for the logging
/// library that it needs, hence the requirement of it here; see `docs/decisions`.
@SuppressWarnings("requires-automatic")
@org.jspecify.annotations.NullMarked
module penumbra.figure {
  requires transitive penumbra.core;
  requires penumbra.io;
  requires java.desktop;
  requires org.apache.fontbox;
  requires org.apache.pdfbox.io;
  requires org.apache.commons.logging;
  requires static org.jspecify;

  exports penumbra.figure;
  exports penumbra.figure.colour;
  exports penumbra.figure.render;
}
