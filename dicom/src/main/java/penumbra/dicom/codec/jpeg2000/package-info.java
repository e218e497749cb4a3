/// JPEG 2000, ITU-T T.800, and the packets of T.814: from a codestream to the samples of its
/// components. Knows nothing of DICOM but its error. Packages `ebcot` and `htj2k` decode the
/// code-blocks.
package penumbra.dicom.codec.jpeg2000;
