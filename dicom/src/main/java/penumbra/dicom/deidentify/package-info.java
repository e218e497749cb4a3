/// De-identification: removes from DICOM objects who was examined, where and by whom.
package penumbra.dicom.deidentify;
