/// From a data set's pixel data to the stored values of its frames. Stands above `penumbra.dicom`
/// and its codecs, so that neither knows it.
package penumbra.dicom.pixel;
