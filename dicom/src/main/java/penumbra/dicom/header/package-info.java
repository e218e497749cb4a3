/// The header of a DICOM object as text for people, and as JSON for programs.
package penumbra.dicom.header;
