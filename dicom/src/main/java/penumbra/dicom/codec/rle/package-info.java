/// RLE Lossless, PS3.5 annex G.
package penumbra.dicom.codec.rle;
