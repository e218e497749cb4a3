package penumbra.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.core.Failure;
import penumbra.core.Radiograph;
import penumbra.io.format.FileFailures;
import penumbra.io.format.ImageFormat;
import penumbra.io.format.ImageSource;
import penumbra.io.format.ReadOptions;
import penumbra.io.format.UnreadableFileException;

/// A file that another program empties or shortens between two looks at it is one of the usual
/// failures, never an error of the reader.
class FilesThatShrinkTest {
  @TempDir Path folder;

  @Test
  void everyReaderTakesLessThanItWasRecognisedBy() throws Exception {
    for (boolean lenient : new boolean[] {false, true}) {
      ReadOptions options = lenient ? ReadOptions.standard().leniently() : ReadOptions.standard();
      for (String name : GoldenFormatsTest.names()) {
        byte[] bytes = Files.readAllBytes(GoldenFiles.path(name));
        ImageFormat format =
            ImageFormats.list().of(Arrays.copyOf(bytes, ImageFormat.HEAD)).orElseThrow();
        for (int n = 0; n < bytes.length; n += n < 700 ? 1 : 37) {
          readOrRefuse(format, name, Arrays.copyOf(bytes, n), options);
        }
      }
    }
  }

  private static void readOrRefuse(
      ImageFormat format, String name, byte[] bytes, ReadOptions options) throws IOException {
    try {
      format.read(ImageSource.of(bytes, name), options);
    } catch (UnreadableFileException usual) {
      assertThat(usual.getMessage()).startsWith(name);
    } catch (RuntimeException error) {
      throw new AssertionError(name + " of " + bytes.length + " bytes", error);
    }
  }

  /// A reader that finds nothing where it counted on eight bytes.
  private record Careless(Path file, boolean shrinks) implements ImageFormat {
    @Override
    public String label() {
      return "CARELESS";
    }

    @Override
    public List<String> extensions() {
      return List.of("careless");
    }

    @Override
    public boolean recognises(byte[] head) {
      return true;
    }

    @Override
    public Radiograph read(ImageSource source, ReadOptions options) throws IOException {
      if (shrinks) {
        Files.write(file, new byte[0]);
      }
      throw new IndexOutOfBoundsException("Range [0, 0 + 8)");
    }
  }

  @Test
  void anErrorOverAFileThatChangedIsToldAsThat() throws Exception {
    Path file = Files.write(folder.resolve("a.careless"), new byte[100]);
    ReadOptions options = ReadOptions.standard();
    assertThatThrownBy(
            () -> StableReading.read(new Careless(file, false), ImageSource.of(file), options))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(
            () -> StableReading.read(new Careless(file, true), ImageSource.of(file), options))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessage(
            file
                + " must stay as it is while it is read, but changed; read it when it is written to"
                + " its end");
  }

  @Test
  void aMappedFileThatShrinksIsDamagedAndNotAnErrorOfOurs() {
    var fault = new InternalError("a fault occurred in an unsafe memory access operation");
    Failure failure = FileFailures.of(Path.of("a.dcm"), fault);
    assertThat(failure.line())
        .isEqualTo(
            "a.dcm must stay as it is while it is read, but shrank; copy or download it again");
    assertThat(FileFailures.of(Path.of("a.dcm"), new InternalError("x")).kind())
        .isEqualTo(Failure.Kind.INTERNAL);
  }
}
