/// The SIMD kernels of filters, on the JDK's Vector API.
package penumbra.simd;
