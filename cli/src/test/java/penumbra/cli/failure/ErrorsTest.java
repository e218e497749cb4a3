package penumbra.cli.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;
import penumbra.core.InvalidInputException;

class ErrorsTest {
  @Test
  void invalidInputSpeaksForItself() {
    var error = InvalidInputException.of("sigma", "must be at least 0", -1.0, "give 0");
    assertThat(Errors.ofWork(error)).isEqualTo("sigma must be at least 0, but is -1.0; give 0");
  }

  @Test
  void aMissingFileIsNamed() {
    assertThat(Errors.ofWork(new NoSuchFileException("a/b.png")))
        .isEqualTo("a/b.png: there is no such file or folder");
  }

  @Test
  void aFileThatMayNotBeReadIsNamed() {
    assertThat(Errors.ofWork(new AccessDeniedException("b.png")))
        .isEqualTo("b.png: access is denied");
  }

  @Test
  void onlyTheFirstLineOfAForeignErrorIsShown() {
    assertThat(Errors.ofWork(new IOException("No space left on device\nmore")))
        .isEqualTo("cannot read or write: No space left on device");
  }

  @Test
  void anErrorOfOursIsCalledOne() {
    assertThat(Errors.ofWork(new IllegalStateException("no rows")))
        .isEqualTo(
            "an error in Penumbra itself: java.lang.IllegalStateException: no rows;"
                + " --debug shows where");
  }

  @Test
  void tooLittleMemoryNamesTheRemedy() {
    assertThat(Errors.ofWork(new OutOfMemoryError()))
        .matches("out of memory: Java may use \\d+ MiB; allow more, .*PENUMBRA_OPTS=-Xmx8g");
  }
}
