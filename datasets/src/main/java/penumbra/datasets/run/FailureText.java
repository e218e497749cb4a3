package penumbra.datasets.run;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import penumbra.core.InvalidInputException;

/// Why an image failed, in one line that is always the same for the same failure.
final class FailureText {
  /// An image that did not fit into memory beside others may fit alone.
  static final String NO_MEMORY =
      "must fit into memory, but Java has no more of it; allow more,"
          + " for example with PENUMBRA_OPTS=-Xmx8g";

  private FailureText() {}

  static String of(PlannedImage image, Throwable error) {
    String file = image.file().toString();
    String text =
        switch (error) {
          case OutOfMemoryError _ -> file + " " + NO_MEMORY;
          case InvalidInputException rule -> file + ": " + rule.getMessage();
          case NoSuchFileException _ -> file + " must exist, but is missing; check the path";
          case FileSystemException system when system.getReason() != null ->
              file + " cannot be read: " + system.getReason();
          case IOException io when isOurs(io) -> String.valueOf(io.getMessage());
          case IOException io -> file + " cannot be read: " + io.getMessage();
          case IllegalArgumentException rule when rule.getMessage() != null ->
              file + ": " + rule.getMessage();
          default -> file + ": an error in Penumbra itself: " + error;
        };
    return text.replaceAll("\\p{Cntrl}", "?");
  }

  static boolean isNoMemory(ImageRecord image) {
    return image.error().filter(error -> error.endsWith(NO_MEMORY)).isPresent();
  }

  private static boolean isOurs(Throwable error) {
    return error.getClass().getPackageName().startsWith("penumbra.");
  }
}
