/// New DICOM objects from results: derived images and secondary captures.
package penumbra.dicom.derive;
