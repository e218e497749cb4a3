/// The discrete Fourier transform of any length, and what multiplies it. Not exported.
package penumbra.core.engine.fourier;
