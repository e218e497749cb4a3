/// The block coding of High-Throughput JPEG 2000, ITU-T T.814 (ISO/IEC 15444-15): from the bytes of
/// one code-block to its coefficients. All else of a codestream is as in part 1. Names are those of
/// the standard: `rho` is the significance pattern of a quad, `u` its exponent residual, `kappa`
/// the predictor, `e_k` and `e_1` what its code word tells of the samples' exponents.
package penumbra.dicom.codec.htj2k;
