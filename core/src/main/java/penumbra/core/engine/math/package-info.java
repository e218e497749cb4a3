/// Functions and sums with the bits that C and NumPy give. Not exported.
package penumbra.core.engine.math;
