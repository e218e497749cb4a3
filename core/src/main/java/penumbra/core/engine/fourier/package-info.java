/// The discrete Fourier transform of any length, and the Gaussian in the frequency domain. Not
/// exported.
package penumbra.core.engine.fourier;
