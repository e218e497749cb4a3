/// Compares the speed of the filters with other libraries in the same run; not shipped.
///
/// [Measure] runs it all, [Row] lists what is measured and [Contender] who takes part.
@NullMarked
package penumbra.bench;

import org.jspecify.annotations.NullMarked;
