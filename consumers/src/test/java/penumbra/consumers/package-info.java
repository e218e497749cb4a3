/// Projects of others, which use Penumbra's modules as they are installed.
@NullMarked
package penumbra.consumers;

import org.jspecify.annotations.NullMarked;
