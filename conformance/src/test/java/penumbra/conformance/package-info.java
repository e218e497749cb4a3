/// Compares Penumbra with SciPy, OpenCV and naive implementations, and checks the architecture
/// rules.
@NullMarked
package penumbra.conformance;

import org.jspecify.annotations.NullMarked;
