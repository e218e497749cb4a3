/// The header of a DICOM object written out, for people and for programs.
package penumbra.dicom.header;
