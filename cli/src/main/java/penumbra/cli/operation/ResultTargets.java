package penumbra.cli.operation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import penumbra.cli.console.Console;
import penumbra.cli.console.Pipes;
import penumbra.cli.failure.Failures;
import penumbra.datasets.Batch;
import penumbra.datasets.OutputPaths;
import penumbra.datasets.Sources;
import penumbra.imaging.FileFormat;

/// The targets of results: files, a folder or, as `-`, standard output.
///
/// @param console whose standard output it is
/// @param output as it was named
/// @param format the requested format, if any
record ResultTargets(Console console, Path output, Optional<FileFormat> format) {
  ResultTargets {
    if (Pipes.isDash(output)) {
      console.pipes().requireOutput();
    }
  }

  /// Each source with the place of its result.
  List<Batch.Item> items(Sources sources) throws IOException {
    if (Pipes.isDash(output)) {
      Path folder = console.pipes().output();
      return List.of(OutputPaths.only(sources.files(), folder, "standard-output", format));
    }
    return OutputPaths.of(sources.files(), output, format);
  }

  /// Writes the result to standard output, where it is to go there and was made.
  void send(List<Batch.Item> items, Failures failures) throws IOException {
    if (Pipes.isDash(output) && failures.count() == 0) {
      console.pipes().send(items.getFirst().target());
    }
  }
}
