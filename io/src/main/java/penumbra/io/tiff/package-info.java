/// TIFF and BigTIFF, in and out.
package penumbra.io.tiff;
