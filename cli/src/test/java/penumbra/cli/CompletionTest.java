package penumbra.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import penumbra.catalogue.Catalogue;
import penumbra.cli.console.Console;
import penumbra.cli.console.RootCommand;
import penumbra.cli.console.Terminal;
import penumbra.cli.operation.FilterCommand;
import penumbra.imaging.recipe.ReadyRecipes;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/// What the shells offer for the word after what was typed.
class CompletionTest {
  /// Reads what was typed, a command line a line, and prints what is offered next.
  private static final String ASK =
      """
      if [ -n "${ZSH_VERSION-}" ]; then
        autoload -U +X compinit && compinit -u -d "$PWD/.zcompdump"
      fi
      . ./script
      ask() {
        # As zsh's own bashcompinit calls the functions of bash.
        if [ -n "${ZSH_VERSION-}" ]; then
          emulate -L sh
          setopt kshglob noshglob braceexpand
        fi
        set -- $1
        COMP_WORDS=("$@" "")
        COMP_CWORD=$#
        COMPREPLY=()
        _complete_penumbra
        local IFS=' '
        echo "${COMPREPLY[*]}"
      }
      while IFS= read -r line; do ask "$line"; done
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh"})
  void everyOptionWithCandidatesOffersThem(String shell) throws Exception {
    Map<String, List<String>> expected = new LinkedHashMap<>();
    addOptions(root(), expected);
    assertThat(expected)
        .containsKeys("penumbra filter sobel --boundary", "penumbra convert --format")
        .hasSizeGreaterThan(100);
    assertThat(offered(shell, expected.keySet())).containsExactlyEntriesOf(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh"})
  void recipesAreOfferedByNameAndAsFiles(String shell) throws Exception {
    Files.createFile(folder.resolve("mine.yaml"));
    List<String> typed =
        List.of(
            "penumbra run",
            "penumbra recipe check",
            "penumbra recipe explain",
            "penumbra replay edges --recipe");
    assertThat(offered(shell, typed).values())
        .allSatisfy(
            words -> assertThat(words).containsAll(ReadyRecipes.names()).contains("mine.yaml"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh"})
  void operationsAndCommandsAreOfferedByName(String shell) throws Exception {
    List<String> typed = List.of("penumbra filter", "penumbra operations", "penumbra help");
    Map<String, List<String>> offered = offered(shell, typed);
    assertThat(offered.get("penumbra filter")).containsAll(Catalogue.names());
    assertThat(offered.get("penumbra operations")).isEqualTo(Catalogue.names());
    assertThat(offered.get("penumbra help")).contains("filter", "run", "completion");
  }

  private static CommandLine root() {
    OutputStream nowhere = OutputStream.nullOutputStream();
    var console = new Console(nowhere, nowhere, Terminal.none());
    var root = new CommandLine(new RootCommand(console));
    for (Commands.Group group : Commands.groups()) {
      for (Commands.Entry entry : group.commands()) {
        root.addSubcommand(entry.name(), entry.maker().apply(console));
      }
    }
    CommandLine filter = Objects.requireNonNull(root.getSubcommands().get("filter"));
    FilterCommand.addAllOperations(console, filter.getCommandSpec());
    return root;
  }

  private static void addOptions(CommandLine command, Map<String, List<String>> expected) {
    for (OptionSpec option : command.getCommandSpec().options()) {
      @Nullable Iterable<String> candidates = option.completionCandidates();
      boolean recipes = option.paramLabel().equals("RECIPE");
      if (candidates != null && option.arity().max() > 0 && !recipes) {
        String typed = command.getCommandSpec().qualifiedName() + " " + option.longestName();
        expected.put(typed, StreamSupport.stream(candidates.spliterator(), false).toList());
      }
    }
    command.getSubcommands().values().forEach(below -> addOptions(below, expected));
  }

  /// The words that the shell offers after each of what was typed.
  private Map<String, List<String>> offered(String shell, Iterable<String> typed)
      throws IOException, InterruptedException {
    Files.writeString(folder.resolve("script"), CommandLineRun.of("completion").out());
    Files.writeString(folder.resolve("ask"), ASK);
    Files.write(folder.resolve("typed"), typed);
    var builder =
        shell.equals("zsh")
            ? new ProcessBuilder("zsh", "-f", "ask")
            : new ProcessBuilder("bash", "--norc", "ask");
    builder
        .directory(folder.toFile())
        .redirectInput(folder.resolve("typed").toFile())
        .redirectOutput(folder.resolve("said").toFile())
        // bash complains that it is not completing just now.
        .redirectError(ProcessBuilder.Redirect.DISCARD);
    assumeTrue(starts(builder), "needs " + shell);
    List<String> said = Files.readAllLines(folder.resolve("said"));
    List<String> keys = new ArrayList<>();
    typed.forEach(keys::add);
    assertThat(said).hasSameSizeAs(keys);
    Map<String, List<String>> offered = new LinkedHashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      offered.put(keys.get(i), List.of(said.get(i).split(" ")));
    }
    return offered;
  }

  private static boolean starts(ProcessBuilder builder) throws InterruptedException {
    try {
      assertThat(builder.start().waitFor()).isZero();
      return true;
    } catch (IOException noSuchShell) {
      return false;
    }
  }
}
