package penumbra.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import penumbra.pipeline.FileFacts;
import penumbra.pipeline.FolderFacts;
import penumbra.pipeline.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `penumbra info FILE...`: what there is to know about files and folders.
@Command(
    name = "info",
    description =
        "Tell shape, type, statistics and decoding of files; count the images in folders.")
final class InfoCommand implements Callable<Integer> {
  private final Console console;
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Images (*.png, *.jpg, *.jpeg), arrays (*.npy), or folders of images.")
  private List<Path> files = List.of();

  @Option(names = "--json", description = "Print a JSON array, for programs.")
  private boolean json;

  InfoCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    var failures = new Failures(console, spec);
    List<Map<String, Object>> all = new ArrayList<>();
    boolean first = true;
    for (Path file : files) {
      try {
        Facts facts = facts(file);
        if (json) {
          all.add(facts.json());
        } else {
          console.out().print(first ? "" : System.lineSeparator());
          facts.lines().forEach(console.out()::println);
        }
        first = false;
      } catch (IOException | RuntimeException | OutOfMemoryError error) {
        failures.report(file, error);
      }
    }
    if (json) {
      console.out().print(Json.write(all));
    }
    return failures.exitCode();
  }

  private static Facts facts(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      FolderFacts folder = FolderFacts.of(path);
      return new Facts(folder.toJson(), folder.toLines());
    }
    FileFacts file = FileFacts.of(path);
    return new Facts(file.toJson(), file.toLines());
  }

  private record Facts(Map<String, Object> json, List<String> lines) {}
}
