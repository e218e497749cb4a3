/// JPEG-LS, ITU-T T.87.
package penumbra.dicom.codec.jpegls;
