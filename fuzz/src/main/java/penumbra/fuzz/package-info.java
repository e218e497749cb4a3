/// Hostile files, made by Jazzer, against every parser; not shipped.
///
/// [Parser] lists what is fuzzed, [Promise] says what must hold, and [Fuzz] runs it.
@NullMarked
package penumbra.fuzz;

import org.jspecify.annotations.NullMarked;
