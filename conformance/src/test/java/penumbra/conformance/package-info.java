/// Penumbra against SciPy, OpenCV, naive twins of itself, and the rules of the house.
@NullMarked
package penumbra.conformance;

import org.jspecify.annotations.NullMarked;
