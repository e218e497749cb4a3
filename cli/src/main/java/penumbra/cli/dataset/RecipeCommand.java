package penumbra.cli.dataset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import penumbra.cli.console.Console;
import penumbra.cli.console.ExitCodes;
import penumbra.cli.failure.FailureWords;
import penumbra.core.Failure;
import penumbra.imaging.recipe.ReadyRecipes;
import penumbra.imaging.recipe.Recipe;
import penumbra.imaging.recipe.RecipeCheck;
import penumbra.imaging.recipe.RecipeError;
import penumbra.imaging.recipe.RecipeText;
import penumbra.io.format.AtomicFiles;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `penumbra recipe check|explain|new|list`: recipes themselves.
@Command(
    name = "recipe",
    description = "Check, explain, list and create recipes for 'penumbra run'.",
    synopsisSubcommandLabel = "COMMAND")
public final class RecipeCommand implements Callable<Integer> {
  private static final String NAMED =
      "A recipe file, or the name of a ready-made one: 'penumbra recipe list'.";

  private final CommandLine line;
  private final Console console;

  private RecipeCommand(Console console) {
    this.console = console;
    this.line = new CommandLine(this);
  }

  /// The command with those below it.
  public static CommandLine on(Console console) {
    return new RecipeCommand(console)
        .line
        .addSubcommand(new Check(console))
        .addSubcommand(new Explain(console))
        .addSubcommand(new New(console))
        .addSubcommand(new ListReady(console));
  }

  /// The ready-made recipes' names, for the shell to complete.
  static final class ReadyNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return ReadyRecipes.names().iterator();
    }
  }

  @Override
  public Integer call() {
    line.usage(console.err());
    return ExitCodes.USAGE;
  }

  /// `penumbra recipe check RECIPE...`
  @Command(name = "check", description = "Report every mistake in recipes, with its line.")
  private static final class Check implements Callable<Integer> {
    private final Console console;

    @Parameters(
        arity = "1..*",
        paramLabel = "RECIPE",
        completionCandidates = ReadyNames.class,
        description = NAMED)
    private List<Path> recipes = List.of();

    Check(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() throws IOException {
      int code = ExitCodes.DONE;
      for (Path named : recipes) {
        RecipeCheck check = ReadyRecipes.check(named);
        for (RecipeError problem : check.problems()) {
          String message = FailureWords.in(Failure.Kind.UNSOUND_RECIPE, problem.message());
          console.error(named + ": " + message);
          code = ExitCodes.SOME_FAILED;
        }
        check
            .recipe()
            .ifPresent(recipe ->
                console.out().println(named + ": sound; fingerprint " + recipe.fingerprint()));
      }
      return code;
    }
  }

  /// `penumbra recipe explain RECIPE`
  @Command(name = "explain", description = "Explain in words what a recipe does.")
  private static final class Explain implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "RECIPE", completionCandidates = ReadyNames.class, description = NAMED)
    private Path recipe = Path.of("");

    Explain(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() throws IOException {
      Recipe sound = ReadyRecipes.find(recipe);
      RecipeText.of(sound).forEach(console.out()::println);
      return ExitCodes.DONE;
    }
  }

  /// `penumbra recipe new [-o FILE]`
  @Command(name = "new", description = "Create a recipe from a ready-made one, with its comments.")
  private static final class New implements Callable<Integer> {
    private final Console console;

    @Option(
        names = "--from",
        paramLabel = "NAME",
        completionCandidates = ReadyNames.class,
        defaultValue = "edges",
        description = "The ready-made recipe. Default: ${DEFAULT-VALUE}")
    private String from = "";

    @Option(
        names = {"-o", "--output"},
        paramLabel = "FILE",
        description = "The file to write; it must not exist. Default: standard output.")
    private @Nullable Path file;

    New(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() throws IOException {
      String text = ReadyRecipes.text(from);
      if (file == null) {
        console.out().print(text);
        return ExitCodes.DONE;
      }
      if (Files.exists(file)) {
        throw new FileAlreadyExistsException(file.toString());
      }
      AtomicFiles.write(file, text.getBytes(StandardCharsets.UTF_8));
      console.out().println("Wrote " + file + "; 'penumbra recipe check' checks it");
      return ExitCodes.DONE;
    }
  }

  /// `penumbra recipe list`
  @Command(name = "list", description = "List the ready-made recipes.")
  private static final class ListReady implements Callable<Integer> {
    private final Console console;

    ListReady(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() {
      int width = ReadyRecipes.names().stream().mapToInt(String::length).max().orElse(0) + 2;
      for (String name : ReadyRecipes.names()) {
        String padding = " ".repeat(width - name.length());
        console.out().println(name + padding + ReadyRecipes.recipe(name).description());
      }
      return ExitCodes.DONE;
    }
  }
}
