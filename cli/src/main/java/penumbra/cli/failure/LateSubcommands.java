package penumbra.cli.failure;

import java.util.Collection;

/// A command that makes its subcommands only once one is called, so that picocli does not know them
/// before.
public interface LateSubcommands {
  /// Their names; empty if they cannot be told.
  Collection<String> subcommandNames();
}
