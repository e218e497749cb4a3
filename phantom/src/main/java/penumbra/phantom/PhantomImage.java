package penumbra.phantom;

import penumbra.core.NdArray;

/// A simulated radiograph with what is known about it; all arrays have the shape (height, width).
///
/// @param display the picture as shown, bones light, UINT8
/// @param display16 the same picture in 16 bits, UINT16
/// @param signal what the detector counts, as a share of what it counts without a patient, FLOAT32
/// @param attenuation the line integral of the attenuation coefficient, without noise, FLOAT32
/// @param lungMask 255 in the lung fields, UINT8
/// @param opacityMask 255 where opacities hide the lung fields, UINT8
/// @param edges 255 on the outlines of bones, lungs, heart, diaphragm and skin, one pixel wide,
///   UINT8
/// @param spacing the width of a pixel in the middle of the body, in millimetres
/// @param antePosterior whether the tube stands in front of the patient
public record PhantomImage(
    NdArray display,
    NdArray display16,
    NdArray signal,
    NdArray attenuation,
    NdArray lungMask,
    NdArray opacityMask,
    NdArray edges,
    double spacing,
    boolean antePosterior) {}
