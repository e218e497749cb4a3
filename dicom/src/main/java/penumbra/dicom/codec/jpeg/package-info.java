/// JPEG, ITU-T T.81, as DICOM uses it.
package penumbra.dicom.codec.jpeg;
