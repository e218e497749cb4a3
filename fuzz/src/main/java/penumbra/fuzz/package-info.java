/// Tests every parser with hostile files from Jazzer; not shipped.
///
/// [Parser] lists the parsers, [ParserContract] says what must hold, and [Fuzz] runs it.
@NullMarked
package penumbra.fuzz;

import org.jspecify.annotations.NullMarked;
