/// The codecs of coded pixel data: from the bytes of one frame to its samples.
package penumbra.dicom.codec;
