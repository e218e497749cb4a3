/// Taking out of DICOM objects what tells who was examined, where and by whom.
package penumbra.dicom.deidentify;
