/// The grey-scale pipeline: from stored values through rescale, window and polarity to the display,
/// with an explanation of each step.
package penumbra.dicom.grey;
