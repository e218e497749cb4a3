/// DICOM for `javax.imageio`.
package penumbra.dicom.imageio;
