package penumbra.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import penumbra.cli.console.Console;
import penumbra.cli.console.ExitCodes;
import penumbra.cli.operation.FilterCommand;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `penumbra completion`: the script that teaches a shell to complete our commands and options.
@Command(
    name = "completion",
    description = "Print the completion script for bash and zsh.",
    footer = {
      "",
      "For this shell:",
      "  source <(penumbra completion)",
      "For every bash:",
      "  penumbra completion > ~/.local/share/bash-completion/completions/penumbra",
      "For every zsh, add to ~/.zshrc:",
      "  autoload -U +X compinit && compinit; source <(penumbra completion)"
    })
final class CompletionCommand implements Callable<Integer> {
  private static final String FILES = "\\$( compgen -f -- \"\\${curr_word}\" )";

  private final Console console;
  @Spec private CommandSpec spec;

  CompletionCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    CommandLine root = spec.root().commandLine();
    CommandLine filter = Objects.requireNonNull(root.getSubcommands().get("filter"));
    FilterCommand.addAllOperations(console, filter.getCommandSpec());
    console.out().print(withRecipeFiles(AutoComplete.bash("penumbra", root)));
    return ExitCodes.DONE;
  }

  /// picocli offers either names or files; a recipe may be either.
  private static String withRecipeFiles(String script) {
    return script
        .replaceAll(
            "(?m)^( *)positionals=(.*\\{RECIPE_pos_param_args\\[@\\]\\}.*)$",
            "$0\n$1positionals+=\\$'\\\\n'" + FILES)
        .replaceAll(
            "(?m)^( *)COMPREPLY=.*\\{RECIPE_option_args\\[@\\]\\}.*$",
            "$0\n$1COMPREPLY+=( " + FILES + " )");
  }
}
