/// JPEG 2000, ITU-T T.800: from a codestream to the samples of its components. It uses nothing of
/// DICOM except its exception.
package penumbra.dicom.codec.jpeg2000;
