package penumbra.io.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import penumbra.core.Failure;
import penumbra.core.Failure.Kind;
import penumbra.core.InvalidInputException;

class FileFailuresTest {
  private static final Path FILE = Path.of("a.png");

  private static void assertTold(Throwable error, Kind kind, String line) {
    Failure failure = FileFailures.of(FILE, error);
    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.line()).isEqualTo(line);
  }

  @Test
  void whatCarriesAFailureTellsItAndNamesTheFileOnce() {
    InvalidInputException rule = InvalidInputException.of("sigma", "must be", -1, "give 0");
    assertTold(rule, Kind.INVALID, "a.png: sigma must be, but is -1; give 0");
    assertTold(rule.in("a.png"), Kind.INVALID, "a.png: sigma must be, but is -1; give 0");
    UnreadableFileException unread = UnreadableFileException.of(FILE, "must be", "is not", "go");
    assertThat(FileFailures.of(FILE, unread)).isEqualTo(unread.failure());
    UnwritableFileException unwritten =
        UnwritableFileException.of(Path.of("out"), "must be", "is not", "go");
    assertThat(FileFailures.of(FILE, unwritten)).isEqualTo(unwritten.failure());
    assertThat(unwritten.failure().kind()).isEqualTo(Kind.UNWRITABLE);
  }

  @Test
  void theSystemsErrorsBecomeFailuresToo() {
    assertTold(
        new NoSuchFileException("x"),
        Kind.SYSTEM,
        "a.png must exist, but is missing; check the path");
    assertTold(
        new FileSystemException("a.png", null, "Is a directory"),
        Kind.SYSTEM,
        "a.png cannot be read: Is a directory");
    assertTold(new IOException("broken\npipe"), Kind.SYSTEM, "a.png cannot be read: broken?pipe");
    assertTold(
        new OutOfMemoryError(),
        Kind.OUT_OF_MEMORY,
        "a.png must fit into memory, but Java has no more of it; allow more, for example with"
            + " PENUMBRA_OPTS=-Xmx8g");
  }

  @Test
  void mistakesOfOthersAreTold() {
    assertTold(new IllegalArgumentException("no such thing"), Kind.INVALID, "a.png: no such thing");
    assertTold(
        new IllegalStateException("oh"),
        Kind.INTERNAL,
        "a.png: an error in Penumbra itself: java.lang.IllegalStateException: oh");
  }
}
