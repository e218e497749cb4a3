/// JPEG 2000, ITU-T T.800, with the code-blocks of T.814: from a codestream to the samples of its
/// components. Knows nothing of DICOM but its error.
package penumbra.dicom.codec.jpeg2000;
