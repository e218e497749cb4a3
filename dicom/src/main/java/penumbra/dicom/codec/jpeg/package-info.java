/// JPEG, ITU-T T.81, as used in DICOM.
package penumbra.dicom.codec.jpeg;
