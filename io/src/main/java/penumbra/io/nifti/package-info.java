/// NIfTI-1, in and out.
package penumbra.io.nifti;
