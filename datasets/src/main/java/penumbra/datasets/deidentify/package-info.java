/// De-identification of many DICOM files, and reports of it.
package penumbra.datasets.deidentify;
