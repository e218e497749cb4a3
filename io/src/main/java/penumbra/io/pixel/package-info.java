/// Pixel conversions for reading and writing: grey from colour, byte order, frames,
/// `BufferedImage`.
package penumbra.io.pixel;
