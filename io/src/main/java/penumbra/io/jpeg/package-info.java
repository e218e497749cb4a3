/// Reads and writes JPEG.
package penumbra.io.jpeg;
