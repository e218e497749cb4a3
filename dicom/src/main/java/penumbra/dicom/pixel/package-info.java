/// From a data set's pixel data to the stored values of its frames. It depends on `penumbra.dicom`
/// and its codecs; neither depends on it.
package penumbra.dicom.pixel;
