package penumbra.datasets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import penumbra.core.InvalidInputException;

/// An input that a command line names and that cannot be entered: an archive that is damaged, a
/// folder without images. The others are worked on.
///
/// @param path as it was named
/// @param error why
public record UnreadableInput(Path path, Exception error) {
  /// What is done with each input.
  public interface Step {
    /// Takes one input.
    void take(Path named) throws IOException;
  }

  /// Takes each of the named inputs, and gives those that failed. Where there is only one, its
  /// error is thrown.
  public static List<UnreadableInput> among(List<Path> named, Step step) throws IOException {
    List<UnreadableInput> unreadable = new ArrayList<>();
    for (Path name : named) {
      try {
        step.take(name);
      } catch (IOException | InvalidInputException error) {
        if (named.size() == 1) {
          throw error;
        }
        unreadable.add(new UnreadableInput(name, error));
      }
    }
    return unreadable;
  }
}
