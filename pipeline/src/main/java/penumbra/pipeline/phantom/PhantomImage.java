package penumbra.pipeline.phantom;

import penumbra.core.NdArray;

/// A simulated radiograph with what is known about it; all arrays have the shape (height, width).
///
/// @param display the picture as shown, bones light, UINT8
/// @param display16 the same picture in 16 bits, UINT16
/// @param attenuation the line integral of the attenuation coefficient, without noise, FLOAT32
/// @param lungMask 255 in the lung fields, UINT8
/// @param opacityMask 255 where opacities hide the lung fields, UINT8
/// @param edges 255 on the outlines of bones, lungs, heart, diaphragm and skin, one pixel wide,
///   UINT8
public record PhantomImage(
    NdArray display,
    NdArray display16,
    NdArray attenuation,
    NdArray lungMask,
    NdArray opacityMask,
    NdArray edges) {}
