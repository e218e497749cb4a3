/// Tests of the measure: what it plans, computes and writes, without timing anything.
@NullMarked
package penumbra.bench;

import org.jspecify.annotations.NullMarked;
