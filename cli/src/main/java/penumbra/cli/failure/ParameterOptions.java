package penumbra.cli.failure;

import java.util.Set;

/// A command some of whose options are parameters of operations, which picocli does not know.
public interface ParameterOptions {
  /// The parameters' names, without dashes.
  Set<String> parameters();
}
