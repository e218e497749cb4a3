/// The codecs of compressed pixel data: from the bytes of one frame to its samples.
package penumbra.dicom.codec;
