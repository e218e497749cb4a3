/// The grey-scale pipeline: from stored values through rescale, window and polarity to what is
/// seen, and what there is to tell about each step.
package penumbra.dicom.grey;
