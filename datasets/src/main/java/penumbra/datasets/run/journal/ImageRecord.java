package penumbra.datasets.run.journal;

import java.util.List;
import java.util.Optional;
import penumbra.core.Failure;
import penumbra.datasets.run.output.OutputRecord;

/// The result of a run for one image: a row of its journal and of its manifest.
///
/// @param path the image's name in the tree of results
/// @param input the file, as given on the command line
/// @param split the part of the set
/// @param label the class; empty if unknown
/// @param bytes the input's size, -1 if unknown
/// @param sha256 the hash of the input's bytes, if they could be read
/// @param facts the facts about its pixels, if they could be read
/// @param outputs the files written, in the recipe's order; none if it failed
/// @param fingerprint the recipe's
/// @param version Penumbra's, and the jars of plug-ins that the recipe needs
/// @param failure why there are no outputs; empty where all is done
public record ImageRecord(
    String path,
    String input,
    String split,
    String label,
    long bytes,
    Optional<String> sha256,
    Optional<InputFacts> facts,
    List<OutputRecord> outputs,
    String fingerprint,
    String version,
    Optional<Failure> failure) {
  public ImageRecord {
    outputs = List.copyOf(outputs);
  }

  /// Whether all outputs are written.
  public boolean isDone() {
    return failure.isEmpty();
  }

  /// Why there are no outputs, in a line; empty if all are written.
  public Optional<String> error() {
    return failure.map(Failure::line);
  }
}
