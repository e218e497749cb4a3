/// Reads and writes TIFF and BigTIFF.
package penumbra.io.tiff;
