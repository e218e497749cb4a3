package penumbra.cli.failure;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import penumbra.cli.console.Console;
import penumbra.cli.console.ExitCodes;
import penumbra.cli.console.RootCommand;
import penumbra.datasets.Attempt;
import penumbra.datasets.Sources;
import penumbra.datasets.UnreadableInput;
import penumbra.io.dataset.SkippedFiles;
import penumbra.io.format.FileFailures;
import penumbra.io.format.UnreadableFileException;
import picocli.CommandLine.Model.CommandSpec;

/// The inputs that failed: each gets a line on standard error, and they set the exit code.
///
/// ```
/// var failures = new Failures(console, spec);
/// failures.report(file, error);
/// return failures.exitCode();
/// ```
public final class Failures {
  private final Console console;
  private final CommandSpec spec;
  private final boolean debug;
  private int count;

  public Failures(Console console, CommandSpec spec) {
    this.console = console;
    this.spec = spec;
    this.debug = spec.root().userObject() instanceof RootCommand root && root.debug();
  }

  /// Says what is wrong with `file`.
  public void report(Path file, Throwable error) {
    count++;
    String line = Errors.ofWork(error, spec);
    // Control characters of a name are spelt out in such a message, so that it may not be found
    // there.
    boolean named = error instanceof UnreadableFileException || line.contains(file.toString());
    console.error(named ? line : file + ": " + line);
    if (debug) {
      error.printStackTrace(console.err());
    }
  }

  /// What came of work on `file`; where there is nothing, says what is wrong with it.
  public <R> Optional<R> sort(Path file, Attempt<R> attempt) {
    return sort(file, attempt, _ -> {});
  }

  /// The same; `failed` is told of the error, too.
  public <R> Optional<R> sort(Path file, Attempt<R> attempt, Consumer<? super Throwable> failed) {
    return switch (attempt) {
      case Attempt.Done<R>(R result) -> Optional.of(result);
      case Attempt.Failed<R>(Throwable error) -> {
        report(file, error);
        failed.accept(error);
        yield Optional.empty();
      }
    };
  }

  /// What programs read of a file that failed: its name and the failure's fields.
  public static Map<String, Object> json(String file, Path path, Throwable error) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("file", file);
    json.put("failure", FileFailures.of(path, error).fields());
    return json;
  }

  /// Says what is wrong with a file, in a line that names it.
  public void report(String line) {
    count++;
    console.error(line);
  }

  /// Says which inputs and folders could not be listed, and which archives and files in folders are
  /// left out.
  public void report(Sources sources) {
    leaveOut(console, sources.archives());
    skip(console, sources.skipped());
    report(sources.unreadableFolders());
    reportInputs(sources.unreadable());
  }

  /// Says which of the named inputs could not be entered.
  public void reportInputs(List<UnreadableInput> unreadable) {
    unreadable.forEach(input -> report(input.path(), input.error()));
  }

  /// Says how many files in folders are not listed as images, if there are any but texts and
  /// tables.
  public static void skip(Console console, SkippedFiles all) {
    SkippedFiles skipped = all.besideTexts();
    if (skipped.count() > 0) {
      console.note(
          "penumbra: ignored "
              + skipped.count()
              + (skipped.count() == 1 ? " file" : " files")
              + " in folders that "
              + (skipped.count() == 1 ? "is not read as an image: " : "are not read as images: ")
              + skipped.describe());
    }
  }

  /// Says that these archives, which lie in folders, are left out, if there are any.
  public static void leaveOut(Console console, List<Path> archives) {
    if (!archives.isEmpty()) {
      console.note(
          "penumbra: archives in folders are not entered, of which there "
              + (archives.size() == 1 ? "is 1, " : "are " + archives.size() + ", such as ")
              + archives.getFirst()
              + "; name them themselves");
    }
  }

  /// Says that these folders could not be listed.
  public void report(List<Path> unreadableFolders) {
    for (Path folder : unreadableFolders) {
      count++;
      console.error(folder + ": the folder cannot be listed; check its permissions");
    }
  }

  /// How many failed so far.
  public int count() {
    return count;
  }

  /// 0 if nothing failed, else 1.
  public int exitCode() {
    return count == 0 ? ExitCodes.DONE : ExitCodes.SOME_FAILED;
  }
}
