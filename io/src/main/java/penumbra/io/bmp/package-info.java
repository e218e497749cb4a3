/// Reads BMP.
package penumbra.io.bmp;
