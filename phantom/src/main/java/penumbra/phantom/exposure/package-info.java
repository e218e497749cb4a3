/// The exposure: rays through the solids, noise, the detector and the processing for display.
package penumbra.phantom.exposure;
