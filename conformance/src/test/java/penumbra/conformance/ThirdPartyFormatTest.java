package penumbra.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.core.NdArray;
import penumbra.io.ImageFiles;

/// A format that somebody else wrote, in a folder of classes beside ours: the command line reads
/// and writes it by its name and ending.
class ThirdPartyFormatTest {
  /// Two bytes for height and width, then the bits of the pixels, behind the letters GREY.
  private static final String SOURCE =
      """
      package third.party;

      import java.io.IOException;
      import java.io.OutputStream;
      import java.util.List;
      import java.util.Optional;
      import penumbra.core.DType;
      import penumbra.core.InvalidInputException;
      import penumbra.core.NdArray;
      import penumbra.core.Radiograph;
      import penumbra.io.format.*;

      public final class GreyFormat implements ImageFormat {
        public String label() {
          return "Grey";
        }

        public List<String> extensions() {
          return List.of("ENDING");
        }

        public boolean recognises(byte[] head) {
          return head.length > 6 && head[0] == 'G' && head[1] == 'R' && head[2] == 'E';
        }

        public Radiograph read(ImageSource source, ReadOptions options) throws IOException {
          byte[] bytes = source.bytes();
          int height = bytes[4];
          int width = bytes[5];
          options.limits().check(source.path(), height, width, 1);
          if (bytes.length != 6 + height * width) {
            throw UnreadableFileException.of(
                source.path(), "must be whole", "is not", "copy it again");
          }
          byte[] pixels = java.util.Arrays.copyOfRange(bytes, 6, bytes.length);
          NdArray array = NdArray.ofUint8(pixels, height, width);
          return new Radiograph(array, source.toString(), List.of("Read Grey."));
        }

        public List<OutputVariant> written() {
          return List.of(
              new OutputVariant(List.of("ENDING"), OutputVariant.Depth.EIGHT_BITS, false));
        }

        public Optional<String> write(
            Radiograph image, OutputVariant form, WriteOptions options, OutputStream out)
            throws IOException {
          NdArray pixels = image.pixels();
          InvalidInputException.require(
              pixels.type() == DType.UINT8, "Grey", "must be uint8", pixels, "write .png");
          out.write(new byte[] {'G', 'R', 'E', 'Y'});
          out.write(pixels.length(0));
          out.write(pixels.length(1));
          out.write(pixels.toBytes());
          return Optional.empty();
        }
      }
      """;

  @TempDir Path folder;

  private record Result(int code, String err) {}

  private Path plugIn(String ending) throws IOException {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    Path source = Files.createDirectories(folder.resolve("source")).resolve("GreyFormat.java");
    Files.writeString(source, SOURCE.replace("ENDING", ending));
    String classPath = System.getProperty("java.class.path");
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-cp", classPath, "-d", classes.toString(), source.toString());
    assertThat(code).as("the compiler's answer").isZero();
    Path services = Files.createDirectories(classes.resolve("META-INF").resolve("services"));
    Files.writeString(
        services.resolve("penumbra.io.format.ImageFormat"), "third.party.GreyFormat\n");
    return classes;
  }

  /// The command line in a Java of its own, with the other's classes beside ours.
  private Result run(Path plugIn, String... args) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Djava.awt.headless=true");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-cp");
    command.add(System.getProperty("java.class.path") + File.pathSeparator + plugIn);
    command.add("penumbra.cli.Main");
    command.addAll(List.of(args));
    Path err = folder.resolve("err.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectError(err.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .directory(folder.toFile())
            .start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("it ends").isTrue();
    return new Result(
        process.exitValue(), Files.readString(err).replaceAll("(?m)^WARNING.*\n", ""));
  }

  private static NdArray picture() {
    byte[] pixels = new byte[9 * 7];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (3 * i);
    }
    return NdArray.ofUint8(pixels, 9, 7);
  }

  private void done(Path plugIn, String... args) throws Exception {
    Result result = run(plugIn, args);
    assertThat(result.code()).as(result.err()).isZero();
  }

  @Test
  void itIsReadAndWrittenByNameAndEnding() throws Exception {
    Path plugIn = plugIn("grey");
    ImageFiles.write(picture(), folder.resolve("scan.png"));

    done(plugIn, "convert", "scan.png", "-o", "scan.grey");
    byte[] grey = Files.readAllBytes(folder.resolve("scan.grey"));
    assertThat(grey).hasSize(6 + 9 * 7).startsWith('G', 'R', 'E', 'Y', 9, 7);

    done(plugIn, "convert", "scan.grey", "-o", "npy", "--format", "npy");
    NdArray back = ImageFiles.readArray(folder.resolve("npy").resolve("scan.npy"));
    assertThat(back.sameBits(picture())).isTrue();

    done(plugIn, "filter", "gaussian", "scan.grey", "-o", "out", "--format", "grey");
    done(plugIn, "filter", "gaussian", "scan.png", "-o", "smooth.png");
    byte[] smooth = Files.readAllBytes(folder.resolve("out").resolve("scan.grey"));
    assertThat(Arrays.copyOfRange(smooth, 6, smooth.length))
        .isEqualTo(ImageFiles.read(folder.resolve("smooth.png")).pixels().toBytes());

    done(plugIn, "filter", "gaussian", "scan.grey", "-o", "ours.dcm");
    done(plugIn, "filter", "gaussian", "scan.png", "-o", "theirs.dcm");
    assertThat(folder.resolve("ours.dcm")).hasSameBinaryContentAs(folder.resolve("theirs.dcm"));
  }

  @Test
  void aRecipeNamesItAndADataSetListsIt() throws Exception {
    Path plugIn = plugIn("grey");
    ImageFiles.write(picture(), folder.resolve("scan.png"));
    Path set = Files.createDirectories(folder.resolve("set"));
    done(plugIn, "convert", "scan.png", "-o", "set/scan.grey");
    Files.writeString(
        folder.resolve("r.yaml"),
        """
        penumbra: 1
        name: third
        steps:
          - gaussian: {}
        outputs:
          - format: grey
        """);
    done(plugIn, "run", "r.yaml", set.toString(), "-o", "results");
    done(plugIn, "filter", "gaussian", "scan.png", "-o", "smooth.grey");
    assertThat(folder.resolve("results").resolve("scan.grey"))
        .hasSameBinaryContentAs(folder.resolve("smooth.grey"));
  }

  @Test
  void whatItCannotReadIsNamedAsTheOthersAre() throws Exception {
    Path plugIn = plugIn("grey");
    Files.write(folder.resolve("short.grey"), new byte[] {'G', 'R', 'E', 'Y', 9, 7, 1});
    Result result = run(plugIn, "convert", "short.grey", "-o", "a.png");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err())
        .isEqualTo("penumbra: short.grey must be whole, but is not; copy it again\n");
    assertThat(folder.resolve("a.png")).doesNotExist();
  }

  @Test
  void anEndingThatIsTakenIsOneLine() throws Exception {
    Path plugIn = plugIn("png");
    ImageFiles.write(picture(), folder.resolve("scan.png"));
    Result result = run(plugIn, "convert", "scan.png", "-o", "scan.npy");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err())
        .matches(
            "penumbra: the ending .png must be that of one format, but is claimed by"
                + " penumbra.io.png.PngFormat in \\S+ and third.party.GreyFormat in \\S+;"
                + " remove one of the two jars\n");
  }
}
