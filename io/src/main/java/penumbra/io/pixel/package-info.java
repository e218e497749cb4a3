/// Pixels on their way in and out: grey from colour, byte order, frames, `BufferedImage`.
package penumbra.io.pixel;
