/// DICOM data sets and the radiographs in them.
package penumbra.dicom;
