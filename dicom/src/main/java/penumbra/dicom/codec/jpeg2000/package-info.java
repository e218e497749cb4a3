/// JPEG 2000, ITU-T T.800: from a codestream to the samples of its components. Knows nothing of
/// DICOM but its error.
package penumbra.dicom.codec.jpeg2000;
