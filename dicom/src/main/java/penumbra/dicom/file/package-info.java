/// Reads and writes DICOM files: encodings, headers, elements and sequences.
package penumbra.dicom.file;
