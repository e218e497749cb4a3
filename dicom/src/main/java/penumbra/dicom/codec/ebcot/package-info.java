/// The block coding of JPEG 2000 (EBCOT), ITU-T T.800 annexes C and D: from the coded bytes of one
/// code-block to its coefficients.
package penumbra.dicom.codec.ebcot;
