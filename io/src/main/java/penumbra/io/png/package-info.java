/// Reads and writes PNG.
package penumbra.io.png;
