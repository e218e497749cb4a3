/// Reads and writes NIfTI-1.
package penumbra.io.nifti;
