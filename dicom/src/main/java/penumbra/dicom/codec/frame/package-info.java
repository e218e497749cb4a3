/// The contract of a codec: from the bytes of one frame to its samples.
package penumbra.dicom.codec.frame;
